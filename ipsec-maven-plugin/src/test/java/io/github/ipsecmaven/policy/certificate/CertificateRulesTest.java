package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node's certificate says: each rule broken alone, and its near miss. */
class CertificateRulesTest {

    @TempDir
    private Path folder;

    private static final String SECOND_NODE =
            "  worker-1: {address: worker-1.prod.example.com, bundle: certs/worker-0.p12}\n";

    private static final List<Arguments> CASES = List.of(
            breaking("expires within the period", List.of("IPSEC-C007" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().valid(LabKeys.NOW, LabKeys.NOW.plus(Duration.ofDays(29)))
                            .signedBy(cluster.root()))),
            sound("expires after the period", cluster -> cluster
                    .bundle(cluster.node().valid(LabKeys.NOW, LabKeys.NOW.plus(Duration.ofDays(31)))
                            .signedBy(cluster.root()))),
            breaking("expires within a longer period of the organisation", List.of("IPSEC-C007"
                    + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().valid(LabKeys.NOW, LabKeys.NOW.plus(Duration.ofDays(31)))
                            .signedBy(cluster.root()))
                    .append("policy: {warnBefore: P90D}\n")),
            breaking("an Edwards key", List.of("IPSEC-C013" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.ed25519()).signedBy(cluster.root()))),
            breaking("a curve of blockchains", List.of("IPSEC-C013" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.koblitz()).signedBy(cluster.root()))),
            breaking("RSA with 1024 bits", List.of("IPSEC-C014" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.rsa(1024, 1)).signedBy(cluster.root()))),
            breaking("RSA with 2048 bits", List.of("IPSEC-C015" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.rsa(2048, 1)).signedBy(cluster.root()))),
            sound("RSA with 2048 bits where those are enough", cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.rsa(2048, 1)).signedBy(cluster.root()))
                    .append("policy: {rsaBits: 2048}\n")),
            breaking("signed with SHA-1", List.of("IPSEC-C016" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().hash("SHA1").signedBy(cluster.root()))),
            breaking("signed with SHA-3", List.of("IPSEC-C016" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().hash("SHA3-256").signedBy(cluster.root()))),
            breaking("signed with MD5", List.of("IPSEC-C016" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().hash("MD5").signedBy(cluster.root()))),
            sound("signed with SHA-512", cluster -> cluster
                    .bundle(cluster.node().hash("SHA512").signedBy(cluster.root()))),
            breaking("expired", List.of("IPSEC-C017" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node()
                            .valid(LabKeys.NOW.plus(Duration.ofDays(-9)), LabKeys.NOW.plus(Duration.ofDays(-1)))
                                    .signedBy(cluster.root()))),
            breaking("valid in two days", List.of("IPSEC-C018" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node()
                            .valid(LabKeys.NOW.plus(Duration.ofDays(2)), LabKeys.NOW.plus(Duration.ofDays(99)))
                                    .signedBy(cluster.root()))),
            sound("valid tomorrow", cluster -> cluster
                    .bundle(cluster.node()
                            .valid(LabKeys.NOW.plus(Duration.ofDays(1)), LabKeys.NOW.plus(Duration.ofDays(99)))
                                    .signedBy(cluster.root()))),
            breaking("says CA:TRUE", List.of("IPSEC-C019" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node()
                            .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(true))
                                    .signedBy(cluster.root()))),
            sound("without basicConstraints", cluster -> cluster
                    .bundle(cluster.node().without(CraftedCertificate.BASIC_CONSTRAINTS).signedBy(cluster.root()))),
            breaking("key usage dataEncipherment", List.of("IPSEC-C020" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().keyUsage(KeyUsage.dataEncipherment).signedBy(cluster.root()))),
            sound("key usage keyEncipherment", cluster -> cluster
                    .bundle(cluster.node().keyUsage(KeyUsage.keyEncipherment).signedBy(cluster.root()))),
            sound("without key usage", cluster -> cluster
                    .bundle(cluster.node().without(CraftedCertificate.KEY_USAGE).signedBy(cluster.root()))),
            breaking("for code signing", List.of("IPSEC-C021" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().purposes("1.3.6.1.5.5.7.3.3").signedBy(cluster.root()))),
            sound("for code signing and as a server", cluster -> cluster
                    .bundle(cluster.node().purposes("1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.1")
                            .signedBy(cluster.root()))),
            breaking("an unknown critical extension", List.of("IPSEC-C022" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().extension("1.2.3.4", true, DERNull.INSTANCE).signedBy(cluster.root()))),
            sound("an unknown extension", cluster -> cluster
                    .bundle(cluster.node().extension("1.2.3.4", false, DERNull.INSTANCE).signedBy(cluster.root()))),
            breaking("an unreadable extension", List.of("IPSEC-C022" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().extension(CraftedCertificate.NAME_CONSTRAINTS, false, DERNull.INSTANCE)
                            .signedBy(cluster.root()))),
            breaking("names another host", List.of("IPSEC-C023" + CraftedCluster.ADDRESS), cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=worker-0", "worker-1.prod.example.com")
                            .signedBy(cluster.root()))),
            breaking("names nothing", List.of("IPSEC-C023" + CraftedCluster.ADDRESS), cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=worker-0").signedBy(cluster.root()))),
            sound("names its domain", cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=worker-0", "*.prod.example.com").signedBy(cluster.root()))),
            breaking("names the domain above", List.of("IPSEC-C023" + CraftedCluster.ADDRESS), cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=worker-0", "*.example.com").signedBy(cluster.root()))),
            sound("names it in capitals", cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=worker-0", "WORKER-0.prod.example.com")
                            .signedBy(cluster.root()))),
            sound("names the address", cluster -> cluster
                    .replace("worker-0.prod.example.com", "192.0.2.7")
                    .bundle(CraftedCertificate.end("CN=worker-0", "192.0.2.7").signedBy(cluster.root()))),
            breaking("for a node whose address is none", List.of("IPSEC-A005" + CraftedCluster.ADDRESS), cluster -> cluster
                    .replace("worker-0.prod.example.com", "worker-0.prod.example.com:500")),
            breaking("no subject", List.of("IPSEC-C024" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(CraftedCertificate.end("", "worker-0.prod.example.com")
                            .critical(CraftedCertificate.SUBJECT_ALT_NAME).signedBy(cluster.root()))),
            breaking("of another authority", List.of("IPSEC-C025" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().signedBy(
                            CraftedCertificate.authority("CN=Other").selfSigned()))),
            breaking("of an authority of the same name", List.of("IPSEC-C025" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(cluster.node().signedBy(
                            CraftedCertificate.authority("CN=Root").keys(CraftedKeys.rsa(3072, 2)).selfSigned()))),
            breaking("signed by itself", List.of("IPSEC-C025" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().selfSigned())),
            breaking("under an intermediate", List.of("IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(under(cluster, intermediate().signedBy(cluster.root())))),
            breaking("under an intermediate that is not in the bundle", List.of("IPSEC-C025"
                    + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(cluster.node().signedBy(intermediate().signedBy(cluster.root())))),
            breaking("under an intermediate that says CA:FALSE", List.of("IPSEC-C027"
                    + CraftedCluster.BUNDLE, "IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(under(cluster, intermediate()
                            .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(false))
                            .signedBy(cluster.root())))),
            breaking("under an intermediate that may not sign", List.of("IPSEC-C027"
                    + CraftedCluster.BUNDLE, "IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(under(cluster, intermediate().keyUsage(KeyUsage.digitalSignature)
                            .signedBy(cluster.root())))),
            breaking("under an intermediate signed with SHA-1", List.of("IPSEC-C016"
                    + CraftedCluster.BUNDLE, "IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(under(cluster, intermediate().hash("SHA1").signedBy(cluster.root())))),
            breaking("under an intermediate for other names", List.of("IPSEC-C028"
                    + CraftedCluster.BUNDLE, "IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(under(cluster, intermediate()
                            .extension(CraftedCertificate.NAME_CONSTRAINTS, true, permitted("example.org"))
                                    .signedBy(cluster.root())))),
            breaking("under an intermediate for its names", List.of("IPSEC-C026" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(under(cluster, intermediate()
                            .extension(CraftedCertificate.NAME_CONSTRAINTS, true, permitted("example.com"))
                                    .signedBy(cluster.root())))),
            breaking("under an intermediate that the root does not allow", List.of("IPSEC-C052"
                    + CraftedCluster.BUNDLE, "IPSEC-C026" + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("ca.pem", CraftedCertificate.authority("CN=Root")
                            .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(0))
                            .selfSigned().pem())
                    .bundle(under(cluster, intermediate().signedBy(cluster.root())))),
            breaking("under an intermediate that allows no other", List.of("IPSEC-C026" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(under(cluster, intermediate()
                            .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(0))
                            .signedBy(cluster.root())))),
            breaking("a common name of the cluster", List.of("IPSEC-C036" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(CraftedCertificate.end("O=Acme,CN=ovs_x", "worker-0.prod.example.com")
                            .signedBy(cluster.root()))),
            sound("a common name with ovs_ inside", cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=my_ovs_x", "worker-0.prod.example.com")
                            .signedBy(cluster.root()))),
            breaking("the serial number of the remote", List.of("IPSEC-C047" + CraftedCluster.REMOTE),
                    cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com").serial(7)
                            .signedBy(cluster.root()).pem())
                    .bundle(cluster.node().serial(7).signedBy(cluster.root()))),
            breaking("two nodes, one identity", List.of("IPSEC-C040" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=all", "*.prod.example.com").signedBy(cluster.root()))
                    .replace("remotes:", SECOND_NODE + "remotes:")),
            sound("two nodes, one identity, different remotes", cluster -> cluster
                    .bundle(CraftedCertificate.end("CN=all", "*.prod.example.com").signedBy(cluster.root()))
                    .replace("remotes:", SECOND_NODE + "remotes:")
                    .append("    nodes: {worker-0: {}}\n"
                            + "  san: {address: 192.0.2.30, type: transport, failClosed: false, nodes: {worker-1: {}}}\n")),
            sound("ECDSA", CraftedCluster::ecdsa),
            breaking("ECDSA in clear text", List.of("IPSEC-C049" + CraftedCluster.BUNDLE), cluster -> cluster
                    .ecdsaRemote()
                    .bundle(BundleForge.of(
                            cluster.node().keys(CraftedKeys.ec("secp384r1")).signedBy(cluster.root()), "worker-0"))),
            sound("RSA in clear text", cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0"))),
            breaking("ECDSA before nm-auto-defaults", List.of("IPSEC-C041" + CraftedCluster.BUNDLE), cluster -> cluster
                    .ecdsa()
                    .replace("4.20.11", "4.20.2")),
            breaking("ECDSA with authby for RSA", List.of("IPSEC-C042 at 18:25"), cluster -> cluster
                    .ecdsa()
                    .append("    libreswan: {authby: \"rsasig,ecdsa\", nm-auto-defaults: false}\n")),
            breaking("ECDSA with NetworkManager's defaults", List.of("IPSEC-C042 at 18:35"), cluster -> cluster
                    .ecdsa()
                    .append("    libreswan: {nm-auto-defaults: true}\n")),
            breaking("RSA with authby for ECDSA", List.of("IPSEC-C042 at 18:25"), cluster -> cluster
                    .append("    libreswan: {authby: ecdsa, nm-auto-defaults: false}\n")),
            sound("ECDSA with a hash of its own", cluster -> cluster
                    .ecdsa()
                    .append("    libreswan: {authby: ecdsa-sha2_512, nm-auto-defaults: false}\n")));

    private interface Change {
        CraftedCluster on(CraftedCluster cluster) throws Exception;
    }

    static List<Arguments> cases() {
        return CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsJustThis(String label, List<String> expected, Change change) throws Exception {
        assertEquals(expected, change.on(new CraftedCluster(folder)).findings());
    }

    private static Arguments breaking(String label, List<String> expected, Change change) {
        return Arguments.of(label, expected, change);
    }

    private static Arguments sound(String label, Change change) {
        return breaking(label, List.of(), change);
    }

    private static CraftedCertificate.Draft intermediate() {
        return CraftedCertificate.authority("CN=Intermediate").keys(CraftedKeys.rsa(3072, 2));
    }

    private static BundleForge under(CraftedCluster cluster, CraftedCertificate intermediate) {
        return BundleForge.of(cluster.node().signedBy(intermediate), "worker-0").with(intermediate);
    }

    private static NameConstraints permitted(String domain) {
        return new NameConstraints(
                new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))}, null);
    }
}
