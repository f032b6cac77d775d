package io.github.ipsecmaven.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles that are large together, padded with a long extension: some thirty kilobytes each. */
class LimitsTest {

    private static final int PADDING = 22_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "6,  ''",
        "9,  IPSEC-M012",
        "36, IPSEC-M011 IPSEC-M012",
        "54, IPSEC-M010 IPSEC-M012"})
    void aPoolHoldsSoManyBundlesAndNoMore(int bundles, String rules) throws Exception {
        assertEquals(rules, rules(cluster("worker", bundles)));
    }

    @Test
    void aCustomPoolHoldsWorkersBundlesToo() throws Exception {
        CraftedCluster cluster = cluster("storage", 6);
        assertEquals("", rules(cluster));
        for (int number = 100; number < 128; number++) {
            add(cluster, "worker", number);
        }
        assertEquals("IPSEC-M011 IPSEC-M012", rules(cluster));
    }

    @Test
    void aLimitIsWaivedWhereItsPageSaysSo() throws Exception {
        CraftedCluster cluster = cluster("worker", 9);
        cluster.replace("remotes:\n", "waivers: [{rule: IPSEC-M012, reason: applied by Flux}]\nremotes:\n");
        assertEquals("", rules(cluster));
        cluster.replace("rule: IPSEC-M012", "rule: IPSEC-M011");
        assertEquals("IPSEC-M012 IPSEC-W002", rules(cluster));
    }

    @Test
    void sizesAreThoseOfTheJsonThatGoWrites() {
        assertEquals("{\"a\":[\"b\\n\\u003c\",1,true],\"c\":{}}".length(), JsonSize.of(new TreeMap<>(Map.of(
                "a", List.of("b\n<", 1, true), "c", Map.of()))));
        assertEquals(2 + 2 + 3 + 4 + 6, JsonSize.of("\u00e9\u20ac\ud83d\ude00\u0001"));
    }

    private CraftedCluster cluster(String pool, int bundles) throws Exception {
        CraftedCluster cluster = new CraftedCluster(folder);
        for (int number = 0; number < bundles; number++) {
            add(cluster, pool, number);
        }
        return cluster;
    }

    private static void add(CraftedCluster cluster, String pool, int number) throws Exception {
        String node = "node-" + number;
        CraftedCertificate own = CraftedCertificate.end("CN=" + node, node + ".example.com")
                .extension("1.2.3.4", false, new DEROctetString(new byte[PADDING])).signedBy(cluster.root());
        cluster.file(node + ".p12", BundleForge.of(own, node).bytes());
        cluster.replace("nodes:\n", "nodes:\n  " + node + ": {pool: " + pool + ", address: " + node
                + ".example.com, bundle: certs/" + node + ".p12}\n");
    }

    private static String rules(CraftedCluster cluster) throws Exception {
        return cluster.repository().fleet().validate().diagnostics().all().stream()
                .map(Diagnostic::rule).sorted().distinct().filter(rule -> rule.matches("IPSEC-[MW].*"))
                .collect(Collectors.joining(" "));
    }
}
