package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.misc.NetscapeCertType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What IPSEC-C021 refuses, NSS refuses when it verifies a chain for IPsec (usage 12, as pluto asks); the rest it accepts. */
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

    @Test
    void purposesOfAnEnd() throws Exception {
        start();
        assertEquals(List.of(), disagreements(
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
        assertEquals(List.of(), disagreements(
                expect(true, under(between())),
                expect(true, under(between().purposes(STEP_UP))),
                expect(false, under(typed(between(), NetscapeCertType.sslClient))),
                expect(false, under(typed(between(), NetscapeCertType.objectSigningCA))),
                expect(true, under(typed(between(), NetscapeCertType.sslCA))),
                expect(true, under(typed(between(), NetscapeCertType.smimeCA)))));
    }

    private record Case(boolean accepted, List<CraftedCertificate> chain) {}

    private Case expect(boolean accepted, CraftedCertificate.Draft end) {
        return new Case(accepted, List.of(end.signedBy(cluster.root())));
    }

    private static Case expect(boolean accepted, List<CraftedCertificate> chain) {
        return new Case(accepted, chain);
    }

    private List<CraftedCertificate> under(CraftedCertificate.Draft authority) {
        CraftedCertificate between = authority.signedBy(cluster.root());
        return List.of(node().signedBy(between), between);
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
        Files.createDirectory(folder.resolve("nss"));
        CERTUTIL.run(folder, "-N", "--empty-password", "-d", "sql:nss").outOfSuccess();
        CERTUTIL.run(folder, "-A", "-n", "CA", "-t", "CT,C,C", "-d", "sql:nss", "-i", "certs/ca.pem").outOfSuccess();
    }

    private List<String> disagreements(Case... cases) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            boolean nss = isVerified(cases[i].chain());
            boolean rule = !found(cases[i].chain()).contains("IPSEC-C021" + CraftedCluster.BUNDLE);
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
        List<String> arguments = new ArrayList<>(List.of("-d", "sql:nss", "-b", day, "-pp", "-u", "12"));
        for (CraftedCertificate certificate : chain) {
            String file = arguments.size() + ".pem";
            Files.write(folder.resolve(file), certificate.pem());
            arguments.addAll(List.of("-a", file));
        }
        return VFYCHAIN.run(folder, arguments.toArray(String[]::new)).exit() == 0;
    }
}
