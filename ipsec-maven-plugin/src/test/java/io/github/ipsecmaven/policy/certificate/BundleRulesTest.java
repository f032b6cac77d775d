package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bundle is made of: each rule broken alone, and its near miss. */
class BundleRulesTest {

    @TempDir
    private Path folder;

    private static final List<Arguments> CASES = List.of(
            sound("a sound cluster", cluster -> cluster),
            breaking("a bundle without friendly name", List.of("IPSEC-C003" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.unnamed(cluster.node().signedBy(cluster.root())))),
            breaking("a bundle with two keys", List.of("IPSEC-C004" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").add(
                            CraftedCertificate.end("CN=other")
                                    .signedBy(cluster.root()), CraftedKeys.rsa(3072, 1).getPrivate(), "other"))),
            breaking("a key of another certificate", List.of("IPSEC-C005" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(new BundleForge().add(cluster.node().signedBy(cluster.root()),
                            CraftedKeys.rsa(3072, 2).getPrivate(), "worker-0"))),
            breaking("no localKeyId", List.of("IPSEC-C006" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.unlinked(cluster.node().signedBy(cluster.root()), "worker-0"))),
            breaking("no MAC", List.of("IPSEC-C008" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").withoutMac())),
            breaking("bags under 3DES", List.of("IPSEC-C009" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").tripleDes())),
            breaking("a MAC of SHA-1", List.of("IPSEC-C009" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").macOfSha1())),
            breaking("more than two million iterations", List.of("IPSEC-C010" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").iterations(2_000_001))),
            sound("two million iterations", cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").iterations(2_000_000))),
            breaking("a root that ca does not name", List.of("IPSEC-C011" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0")
                            .with(CraftedCertificate.authority("CN=Foreign").selfSigned()))),
            sound("the anchor itself in the bundle", cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").with(cluster.root()))),
            breaking("bytes after the bundle", List.of("IPSEC-C012" + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("worker-0.p12", BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").bytes(),
                            new byte[] {0, 0})),
            breaking("a friendly name with a space", List.of("IPSEC-C037" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker 0"))),
            breaking("a friendly name with a colon", List.of("IPSEC-C037" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "tok:worker-0"))),
            breaking("a friendly name that is not ASCII", List.of("IPSEC-C037" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "w\u00f6rker-0"))),
            breaking("a friendly name with a control character", List.of("IPSEC-C037" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "worker\t0"))),
            sound("a friendly name with dots and capitals", cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "Worker_0.example-com"))),
            breaking("the friendly name of the cluster", List.of("IPSEC-C038" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "OVS_certkey"))),
            breaking("the friendly name of an anchor", List.of("IPSEC-C038" + CraftedCluster.BUNDLE), cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "CA-corp"))),
            sound("a friendly name that only begins like theirs", cluster -> cluster
                    .bundle(BundleForge.of(cluster.node().signedBy(cluster.root()), "CAstle_ovs_"))),
            breaking("a file name with a space", List.of("IPSEC-M002" + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("worker 0.p12", BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").bytes())
                    .replace("certs/worker-0.p12", "certs/worker 0.p12")),
            breaking("a hidden file", List.of("IPSEC-M002" + CraftedCluster.BUNDLE), cluster -> cluster
                    .file(".p12", BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").bytes())
                    .replace("certs/worker-0.p12", "certs/.p12")),
            breaking("the file name of an anchor", List.of("IPSEC-M003" + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("ca-x.pem", BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").bytes())
                    .replace("certs/worker-0.p12", "certs/ca-x.pem")),
            sound("a file name that only resembles an anchor's", cluster -> cluster
                    .file("ca-x.p12", BundleForge.of(cluster.node().signedBy(cluster.root()), "worker-0").bytes())
                    .replace("certs/worker-0.p12", "certs/ca-x.p12")),
            breaking("the pool imports the same subject under another name", List.of("IPSEC-C039"
                    + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("all.p12", BundleForge.of(cluster.node().signedBy(cluster.root()), "all").bytes())
                    .append("pools: {worker: {bundle: certs/all.p12}}\n")),
            breaking("the pool imports another subject under the same name", List.of("IPSEC-C039"
                    + CraftedCluster.BUNDLE), cluster -> cluster
                    .file("all.p12", BundleForge.of(
                            CraftedCertificate.end("CN=all").signedBy(cluster.root()), "worker-0").bytes())
                    .append("pools: {worker: {bundle: certs/all.p12}}\n")),
            sound("the pool imports another subject under another name", cluster -> cluster
                    .file("all.p12", BundleForge.of(
                            CraftedCertificate.end("CN=all").signedBy(cluster.root()), "all").bytes())
                    .append("pools: {worker: {bundle: certs/all.p12}}\n")),
            breaking("another bundle under the same file name", List.of("IPSEC-M001" + CraftedCluster.BUNDLE),
                    cluster -> cluster
                    .file("../worker-0.p12", BundleForge.of(
                            CraftedCertificate.end("CN=all").signedBy(cluster.root()), "all").bytes())
                    .append("pools: {worker: {bundle: worker-0.p12}}\n")),
            sound("another bundle under another file name", cluster -> cluster
                    .file("../all.p12", BundleForge.of(
                            CraftedCertificate.end("CN=all").signedBy(cluster.root()), "all").bytes())
                    .append("pools: {worker: {bundle: all.p12}}\n")),
            breaking("an empty password under FIPS", List.of("IPSEC-S004" + CraftedCluster.BUNDLE), cluster -> cluster
                    .replace("BareMetal}", "BareMetal, fips: true}")));

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
}
