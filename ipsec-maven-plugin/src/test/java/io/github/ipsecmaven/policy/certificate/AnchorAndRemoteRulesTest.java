package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What anchors and remotes' certificates say: each rule broken alone, and its near miss. */
class AnchorAndRemoteRulesTest {

    @TempDir
    private Path folder;

    private static final List<Arguments> CASES = List.of(
            breaking("two anchors in one file", List.of("IPSEC-C029" + CraftedCluster.CA, "IPSEC-C034"
                    + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.root().pem(), CraftedCertificate.authority("CN=Second")
                            .keys(CraftedKeys.rsa(3072, 2)).selfSigned().pem())),
            breaking("an empty anchor's file", List.of("IPSEC-C029" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", new byte[0])),
            sound("text around the anchor", cluster -> cluster
                    .file("ca.pem", "the root\n".getBytes(StandardCharsets.UTF_8), cluster.root().pem())),
            breaking("a byte order mark", List.of("IPSEC-C030" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, cluster.root().pem())),
            breaking("a trusted certificate", List.of("IPSEC-C030" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.root().pem(), block("TRUSTED CERTIFICATE"))),
            breaking("nothing but a trusted certificate", List.of("IPSEC-C030" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", block("TRUSTED CERTIFICATE"))),
            breaking("an anchor twice in its file", List.of("IPSEC-C029" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.root().pem(), cluster.root().pem())),
            breaking("DER", List.of("IPSEC-C031" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.root().certificate().getEncoded())),
            breaking("an anchor that says CA:FALSE", List.of("IPSEC-C027" + CraftedCluster.CA), cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root")
                            .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(false)))),
            sound("an anchor without basicConstraints", cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root").without(
                            CraftedCertificate.BASIC_CONSTRAINTS))),
            breaking("an anchor that may not sign", List.of("IPSEC-C027" + CraftedCluster.CA), cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root").keyUsage(KeyUsage.digitalSignature))),
            sound("an anchor signed with SHA-1", cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root").hash("SHA1"))),
            breaking("an expired anchor", List.of("IPSEC-C017" + CraftedCluster.CA), cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root")
                            .valid(LabKeys.NOW.plus(Duration.ofDays(-9)), LabKeys.NOW.plus(Duration.ofDays(-1))))),
            breaking("an anchor for code signing", List.of("IPSEC-C021" + CraftedCluster.CA), cluster ->
                    reissued(cluster, CraftedCertificate.authority("CN=Root").purposes("1.3.6.1.5.5.7.3.3"))),
            breaking("an anchor with a common name of the cluster", List.of("IPSEC-C036 at 6:26"), cluster -> cluster
                    .file("b.pem", CraftedCertificate.authority("CN=ovs_ca").selfSigned().pem())
                    .replace("    certificate: certs/nas.pem\n", "")
                    .replace("ca: certs/ca.pem", "ca: {a: certs/ca.pem, b: certs/b.pem}")),
            breaking("an anchor with an Edwards key", List.of("IPSEC-C013" + CraftedCluster.CA), cluster ->
                    rekeyed(cluster, CraftedCertificate.authority("CN=Root").keys(CraftedKeys.ed25519()))),
            breaking("an anchor on a curve that cannot be verified", List.of("IPSEC-C013" + CraftedCluster.CA), cluster ->
                    rekeyed(cluster, CraftedCertificate.authority("CN=Root").keys(CraftedKeys.koblitz()))),
            breaking("an anchor of fewer bits", List.of("IPSEC-C015" + CraftedCluster.CA), cluster ->
                    rekeyed(cluster, CraftedCertificate.authority("CN=Root").keys(CraftedKeys.rsa(2048, 1)))),
            breaking("a node's certificate for an anchor", List.of("IPSEC-C027" + CraftedCluster.CA,
                    "IPSEC-C032" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.node().signedBy(cluster.root()).pem())),
            breaking("an intermediate for an anchor", List.of("IPSEC-C032" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", CraftedCertificate.authority("CN=Root")
                            .signedBy(CraftedCertificate.authority("CN=Above").selfSigned()).pem())),
            breaking("one anchor twice", List.of("IPSEC-C033 at 6:26"), cluster -> cluster
                    .file("b.pem", cluster.root().pem())
                    .replace("ca: certs/ca.pem", "ca: {a: certs/ca.pem, b: certs/b.pem}")),
            breaking("an anchor that signed nothing", List.of("IPSEC-C034 at 6:26"), cluster -> cluster
                    .file("b.pem", CraftedCertificate.authority("CN=Second").keys(CraftedKeys.rsa(3072, 2))
                            .selfSigned().pem())
                    .replace("ca: certs/ca.pem", "ca: {a: certs/ca.pem, b: certs/b.pem}")),
            sound("an anchor for a remote of which nothing is known", cluster -> cluster
                    .file("b.pem", CraftedCertificate.authority("CN=Second").keys(CraftedKeys.rsa(3072, 2))
                            .selfSigned().pem())
                    .replace("    certificate: certs/nas.pem\n", "")
                    .replace("ca: certs/ca.pem", "ca: {a: certs/ca.pem, b: certs/b.pem}")),
            breaking("an anchor beside a private key", List.of("IPSEC-C048" + CraftedCluster.CA), cluster -> cluster
                    .file("ca.pem", cluster.root().pem(), block("PRIVATE KEY"))),
            breaking("a remote's certificate beside a private key", List.of("IPSEC-C048" + CraftedCluster.REMOTE),
                    cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com").signedBy(cluster.root()).pem(),
                            block("ENCRYPTED PRIVATE KEY"))),
            breaking("an empty file for a remote", List.of("IPSEC-C029" + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", new byte[0])),
            breaking("an expired remote", List.of("IPSEC-C017" + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com")
                            .valid(LabKeys.NOW.plus(Duration.ofDays(-9)), LabKeys.NOW.plus(Duration.ofDays(-1)))
                                    .signedBy(cluster.root()).pem())),
            breaking("a remote of 1024 bits", List.of("IPSEC-C014" + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com")
                            .keys(CraftedKeys.rsa(1024, 1)).signedBy(cluster.root()).pem())),
            breaking("a remote that names its identity only", List.of("IPSEC-C043 at 13:14"), cluster -> cluster
                    .replace("type: transport", "type: transport\n    identity: \"@store.example.com\"")
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "store.example.com").signedBy(cluster.root())
                            .pem())),
            breaking("a remote that does not hold its identity", List.of("IPSEC-C044 at 16:15"), cluster -> cluster
                    .replace("type: transport", "type: transport\n    identity: \"@store.example.com\"")),
            breaking("a remote that holds neither name", List.of("IPSEC-C044 at 13:14"), cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "san.example.com").signedBy(cluster.root())
                            .pem())),
            breaking("a remote with another subject", List.of("IPSEC-C044 at 16:15"), cluster -> cluster
                    .replace("type: transport", "type: transport\n    identity: \"CN=store\"\n"
                            + "    libreswan: {nm-auto-defaults: false}")),
            sound("a remote with more in its subject, in capitals", cluster -> cluster
                    .replace("type: transport", "type: transport\n    identity: \"O=ACME,CN=NAS\"\n"
                            + "    libreswan: {nm-auto-defaults: false}")
                    .file("nas.pem", CraftedCertificate.end("CN=nas, OU=Storage, O=Acme", "nas.example.com")
                            .signedBy(cluster.root()).pem())),
            breaking("a remote that signs with RSA for a node that signs with ECDSA", List.of("IPSEC-C050"
                    + CraftedCluster.REMOTE), cluster -> cluster
                    .bundle(cluster.node().keys(CraftedKeys.ec("secp384r1")).signedBy(cluster.root()))),
            sound("a remote that signs with ECDSA for a node that signs with RSA", CraftedCluster::ecdsaRemote),
            breaking("a remote that signs with ECDSA, and authby without it", List.of("IPSEC-C050"
                    + CraftedCluster.REMOTE), cluster -> cluster
                    .ecdsaRemote()
                    .append("    libreswan: {authby: rsa-sha2_512, nm-auto-defaults: false}\n")),
            sound("a remote that signs with ECDSA, and authby with both", cluster -> cluster
                    .ecdsaRemote()
                    .append("    libreswan: {authby: \"rsasig,ecdsa\", nm-auto-defaults: false}\n")),
            breaking("a rightca that did not sign for the remote", List.of("IPSEC-C051 at 18:26"), cluster -> cluster
                    .append("    libreswan: {rightca: CN=Other Root}\n")),
            sound("a rightca that did", cluster -> cluster
                    .append("    libreswan: {rightca: cn = Root}\n")),
            sound("the authority of the node's own certificate", cluster -> cluster
                    .append("    libreswan: {rightca: \"%same\"}\n")),
            sound("a rightca of two parts", cluster -> rekeyed(cluster, CraftedCertificate.authority("O=Acme,CN=Root"))
                    .append("    libreswan: {rightca: 'O=Acme, CN=Root'}\n")),
            breaking("a rightca from the last part to the first", List.of("IPSEC-C051 at 18:26"), cluster ->
                    rekeyed(cluster, CraftedCertificate.authority("O=Acme,CN=Root"))
                    .append("    libreswan: {rightca: 'CN=Root, O=Acme'}\n")),
            breaking("a remote of another authority", List.of("IPSEC-C045" + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com")
                            .signedBy(CraftedCertificate.authority("CN=Second").keys(CraftedKeys.rsa(3072, 2))
                                    .selfSigned()).pem())),
            breaking("a remote under an intermediate", List.of("IPSEC-C046" + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", nas(intermediate(cluster)).pem(), intermediate(cluster).pem())),
            sound("a remote under an intermediate that the node holds", cluster -> cluster
                    .file("nas.pem", nas(intermediate(cluster)).pem())
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0")
                            .with(intermediate(cluster)))),
            breaking("a remote under an intermediate that nobody holds", List.of("IPSEC-C045"
                    + CraftedCluster.REMOTE), cluster -> cluster
                    .file("nas.pem", nas(intermediate(cluster)).pem())));

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

    private static CraftedCluster reissued(CraftedCluster cluster, CraftedCertificate.Draft root) throws IOException {
        return cluster.file("ca.pem", root.selfSigned().pem());
    }

    private static CraftedCluster rekeyed(CraftedCluster cluster, CraftedCertificate.Draft draft) throws IOException {
        CraftedCertificate root = draft.selfSigned();
        return cluster.file("ca.pem", root.pem())
                .bundle(cluster.node().signedBy(root))
                .file("nas.pem", nas(root).pem());
    }

    private static CraftedCertificate nas(CraftedCertificate issuer) {
        return CraftedCertificate.end("CN=nas", "nas.example.com").signedBy(issuer);
    }

    private static CraftedCertificate intermediate(CraftedCluster cluster) {
        return CraftedCertificate.authority("CN=Intermediate").keys(CraftedKeys.rsa(3072, 2)).serial(2)
                .signedBy(cluster.root());
    }

    private static byte[] block(String label) {
        return ("-----BEGIN " + label + "-----\nAAAA\n-----END " + label
                + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }
}
