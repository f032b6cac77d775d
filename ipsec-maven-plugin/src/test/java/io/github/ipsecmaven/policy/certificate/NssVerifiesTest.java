package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.misc.NetscapeCertType;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the rules about purposes and policies refuse, NSS refuses when it verifies a chain for IPsec (usage 12, as
 * pluto asks); the rest it accepts.
 */
class NssVerifiesTest {

    private static final RealTool CERTUTIL = RealTool.of("certutil", "install libnss3-tools");
    private static final RealTool VFYCHAIN = RealTool.of("vfychain", "install libnss3-tools");

    private static final String NETSCAPE_TYPE = "2.16.840.1.113730.1.1";
    private static final String STEP_UP = "2.16.840.1.113730.4.1";
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CODE = "1.3.6.1.5.5.7.3.3";

    @TempDir
    private Path folder;

    private CraftedCluster cluster;
    private String database;

    @Test
    void purposesOfAnEnd() throws Exception {
        start();
        assertEquals(List.of(), disagreements("IPSEC-C021",
                expect(true, node()),
                expect(true, node().purposes(STEP_UP)),
                expect(false, node().purposes(CODE)),
                expect(false, typed(node(), NetscapeCertType.objectSigning)),
                expect(false, typed(node(), NetscapeCertType.sslCA)),
                expect(false, typed(node(), 0)),
                expect(true, typed(node(), NetscapeCertType.sslClient)),
                expect(true, typed(node(), NetscapeCertType.sslServer)),
                expect(true, typed(node(), NetscapeCertType.smime)),
                expect(true, typed(node().purposes(SERVER), NetscapeCertType.objectSigning)),
                expect(true, typed(node().purposes(CODE), NetscapeCertType.sslClient)),
                expect(false, typed(node().purposes(CODE), NetscapeCertType.objectSigning))));
    }

    @Test
    void purposesOfAnAuthority() throws Exception {
        start();
        assertEquals(List.of(), disagreements("IPSEC-C021",
                expect(true, under(between())),
                expect(true, under(between().purposes(STEP_UP))),
                expect(false, under(typed(between(), NetscapeCertType.sslClient))),
                expect(false, under(typed(between(), NetscapeCertType.objectSigningCA))),
                expect(true, under(typed(between(), NetscapeCertType.sslCA))),
                expect(true, under(typed(between(), NetscapeCertType.smimeCA)))));
    }

    @Test
    void policiesThatAreDemanded() throws Exception {
        start();
        assertEquals(List.of(), disagreements("IPSEC-C053",
                expect(false, demanding(node(), 0)),
                expect(true, demanding(node(), 1)),
                expect(true, demanding(node(), -1)),
                expect(true, node().extension("2.5.29.36", false, DERNull.INSTANCE)),
                expect(true, demanding(stating(node()), 0)),
                expect(false, under(demanding(between(), 0))),
                expect(false, under(demanding(between(), 1))),
                expect(true, under(demanding(between(), 2))),
                expect(false, under(demanding(stating(between()), 0))),
                expect(true, under(stating(between()), stating(node()))),
                expect(true, under(demanding(stating(between()), 0), stating(node()))),
                expect(false, under(between(), demanding(stating(node()), 0))),
                expect(false, underTwo(demanding(above(), 2))),
                expect(true, underTwo(demanding(above(), 3)))));
    }

    @Test
    void policiesThatTheRootDemandsAreNotAskedFor() throws Exception {
        start();
        cluster.file("ca.pem", demanding(CraftedCertificate.authority("CN=Root"), 0).selfSigned().pem());
        assertEquals(List.of(), cluster.findings());
        trust("demanding");
        assertTrue(isVerified(List.of(node().signedBy(cluster.root()))));
    }

    private record Case(boolean accepted, List<CraftedCertificate> chain) {}

    private Case expect(boolean accepted, CraftedCertificate.Draft end) {
        return new Case(accepted, List.of(end.signedBy(cluster.root())));
    }

    private static Case expect(boolean accepted, List<CraftedCertificate> chain) {
        return new Case(accepted, chain);
    }

    private List<CraftedCertificate> under(CraftedCertificate.Draft authority) {
        return under(authority, node());
    }

    private List<CraftedCertificate> under(CraftedCertificate.Draft authority, CraftedCertificate.Draft end) {
        CraftedCertificate between = authority.signedBy(cluster.root());
        return List.of(end.signedBy(between), between);
    }

    private List<CraftedCertificate> underTwo(CraftedCertificate.Draft authority) {
        CraftedCertificate above = authority.signedBy(cluster.root());
        CraftedCertificate between = between().signedBy(above);
        return List.of(node().signedBy(between), between, above);
    }

    private static CraftedCertificate.Draft above() {
        return CraftedCertificate.authority("CN=Above").keys(CraftedKeys.rsa(3072, 3));
    }

    private static CraftedCertificate.Draft demanding(CraftedCertificate.Draft draft, long from) {
        return draft.extension("2.5.29.36", true, new PolicyConstraints(BigInteger.valueOf(from), null));
    }

    private static CraftedCertificate.Draft stating(CraftedCertificate.Draft draft) {
        return draft.extension("2.5.29.32", false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("1.2.3.4"))));
    }

    private CraftedCertificate.Draft node() {
        return cluster.node();
    }

    private static CraftedCertificate.Draft between() {
        return CraftedCertificate.authority("CN=Between").keys(CraftedKeys.rsa(3072, 2));
    }

    private static CraftedCertificate.Draft typed(CraftedCertificate.Draft draft, int bits) {
        return draft.extension(NETSCAPE_TYPE, false, new NetscapeCertType(bits));
    }

    private void start() throws Exception {
        CERTUTIL.assumePresent();
        VFYCHAIN.assumePresent();
        cluster = new CraftedCluster(folder);
        trust("nss");
    }

    /** A fresh database that trusts the anchor. */
    private void trust(String name) throws Exception {
        Files.createDirectory(folder.resolve(name));
        database = "sql:" + name;
        CERTUTIL.run(folder, "-N", "--empty-password", "-d", database).outOfSuccess();
        CERTUTIL.run(folder, "-A", "-n", "CA", "-t", "CT,C,C", "-d", database, "-i", "certs/ca.pem").outOfSuccess();
    }

    private List<String> disagreements(String id, Case... cases) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            boolean nss = isVerified(cases[i].chain());
            boolean rule = !found(cases[i].chain()).contains(id + CraftedCluster.BUNDLE);
            if (nss != cases[i].accepted() || rule != nss) {
                wrong.add("case " + i + ": NSS " + nss + ", rule " + rule);
            }
        }
        return wrong;
    }

    private List<String> found(List<CraftedCertificate> chain) throws Exception {
        BundleForge bundle = BundleForge.of(chain.get(0), "worker-0");
        for (CraftedCertificate authority : chain.subList(1, chain.size())) {
            bundle = bundle.with(authority);
        }
        return cluster.bundle(bundle).findings();
    }

    private boolean isVerified(List<CraftedCertificate> chain) throws Exception {
        String day = DateTimeFormatter.ofPattern("yyMMddHHmm'Z'").format(LabKeys.NOW.atOffset(ZoneOffset.UTC));
        List<String> arguments = new ArrayList<>(List.of("-d", database, "-b", day, "-pp", "-u", "12"));
        for (CraftedCertificate certificate : chain) {
            String file = arguments.size() + ".pem";
            Files.write(folder.resolve(file), certificate.pem());
            arguments.addAll(List.of("-a", file));
        }
        return VFYCHAIN.run(folder, arguments.toArray(String[]::new)).exit() == 0;
    }
}
