package io.github.ipsecmaven.manifest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.CraftedKeys;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libreswan has to be told of an ECDSA key, and NetworkManager to leave that alone. */
class EcdsaConnectionTest {

    private static final String AUTHBY = "authby: ecdsa\n        nm-auto-defaults: false\n";

    @TempDir
    private Path folder;

    @Test
    void bothOptionsAreWrittenForAnEcdsaKey() throws Exception {
        CraftedCluster cluster = new CraftedCluster(folder);
        cluster.bundle(cluster.node().keys(CraftedKeys.ec("secp256r1")).signedBy(cluster.root()));
        assertTrue(connection(cluster).contains(AUTHBY), connection(cluster));
    }

    @Test
    void aStricterMethodOfTheSpecStays() throws Exception {
        CraftedCluster cluster = new CraftedCluster(folder)
                .append("    libreswan: {authby: ecdsa-sha2_512, nm-auto-defaults: false}\n");
        cluster.bundle(cluster.node().keys(CraftedKeys.ec("secp256r1")).signedBy(cluster.root()));
        assertTrue(connection(cluster).contains(AUTHBY.replace("ecdsa", "ecdsa-sha2_512")), connection(cluster));
    }

    @Test
    void neitherIsWrittenForAnRsaKey() throws Exception {
        String connection = connection(new CraftedCluster(folder));
        assertFalse(connection.contains("authby") || connection.contains("nm-auto-defaults"), connection);
    }

    private static String connection(CraftedCluster cluster) throws Exception {
        cluster.repository().fleet().generate();
        return cluster.repository().tree().entrySet().stream()
                .filter(file -> file.getKey().endsWith("20-connections/ipsec-worker-0-nas.yaml"))
                .map(Map.Entry::getValue).findFirst().orElseThrow();
    }
}
