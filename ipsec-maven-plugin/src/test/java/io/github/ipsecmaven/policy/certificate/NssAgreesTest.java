package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules about a bundle's structure refuse, NSS does not import,
        or not as one would expect; the rest it does. */
class NssAgreesTest {

    private static final RealTool CERTUTIL = RealTool.of("certutil", "install libnss3-tools");
    private static final RealTool PK12UTIL = RealTool.of("pk12util", "install libnss3-tools");

    @TempDir
    private Path folder;

    private interface Shape {
        BundleForge of(CraftedCertificate own);
    }

    static List<Arguments> shapes() {
        return List.of(
                shape("sound", own -> BundleForge.of(own, "worker-0")),
                shape("odd but allowed name", own -> BundleForge.of(own, "Worker_0/a.b@c+d,e=f")),
                shape("no MAC", own -> BundleForge.of(own, "worker-0").withoutMac()),
                shape("no localKeyId", own -> BundleForge.unlinked(own, "worker-0")),
                shape("two keys under one name", own -> BundleForge.of(own, "worker-0").add(
                        CraftedCertificate.end("CN=other").selfSigned(), CraftedKeys.rsa(3072, 1).getPrivate(),
                        "worker-0")),
                shape("the name of the anchor", own -> BundleForge.of(own, "CA")),
                shape("the name of a token", own -> BundleForge.of(own, "tok:worker-0")),
                shape("Ed25519", own -> BundleForge.of(CraftedCertificate.end("CN=ed", "worker-0.prod.example.com")
                        .keys(CraftedKeys.ed25519()).signedBy(own), "worker-0")),
                shape("ECDSA in clear text", own -> BundleForge.of(CraftedCertificate.end("CN=ec")
                        .keys(CraftedKeys.ec("secp256r1")).signedBy(own), "worker-0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void bothAgree(String label, Shape shape) throws Exception {
        CERTUTIL.assumePresent();
        PK12UTIL.assumePresent();
        CraftedCluster cluster = new CraftedCluster(folder);
        BundleForge bundle = shape.of(cluster.node().signedBy(cluster.root()));
        cluster.bundle(bundle);
        boolean refused = cluster.findings().stream().anyMatch(NssAgreesTest::isAboutTheImport);
        assertEquals(refused, !imports(bundle.bytes()), cluster.findings().toString());
    }

    /** The rules that speak of the import itself, not of what libreswan or a remote makes of the certificate. */
    private static boolean isAboutTheImport(String finding) {
        return List.of("IPSEC-C003", "IPSEC-C004", "IPSEC-C006", "IPSEC-C008", "IPSEC-C013", "IPSEC-C037",
                "IPSEC-C038", "IPSEC-C049")
                .contains(finding.substring(0, 10));
    }

    /** Whether a fresh database holds the certificate with its key under the nickname that we would write. */
    private boolean imports(byte[] bundle) throws Exception {
        Path database = Files.createDirectory(folder.resolve("nss"));
        Files.write(folder.resolve("bundle.p12"), bundle);
        String directory = "sql:" + database;
        CERTUTIL.run(folder, "-N", "--empty-password", "-d", directory).outOfSuccess();
        CERTUTIL.run(folder, "-A", "-n", "CA", "-t", "CT,C,C", "-d", directory, "-i", "certs/ca.pem").outOfSuccess();
        boolean imported = PK12UTIL.run(folder, "-W", "", "-d", directory, "-i", "bundle.p12").exit() == 0;
        String nickname = nickname(bundle);
        return imported && CERTUTIL.run(folder, "-K", "-n", nickname, "-d", directory).exit() == 0
                && CERTUTIL.run(folder, "-L", "-d", directory).outOfSuccess().lines()
                        .anyMatch(line -> line.startsWith(nickname + " ") && line.endsWith("u,u,u"));
    }

    private static String nickname(byte[] bundle) throws Exception {
        return BundleReader.read(bundle, new char[0]).identity().orElseThrow().nickname().orElseThrow();
    }

    private static Arguments shape(String label, Shape shape) {
        return Arguments.of(label, shape);
    }
}
