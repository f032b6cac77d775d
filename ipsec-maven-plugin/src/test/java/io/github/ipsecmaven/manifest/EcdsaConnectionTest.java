package io.github.ipsecmaven.manifest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.CraftedCluster;
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
        String connection = connection(new CraftedCluster(folder).ecdsa());
        assertTrue(connection.contains(AUTHBY), connection);
    }

    @Test
    void aStricterMethodOfTheSpecStays() throws Exception {
        String connection = connection(new CraftedCluster(folder).ecdsa()
                .append("    libreswan: {authby: ecdsa-sha2_512, nm-auto-defaults: false}\n"));
        assertTrue(connection.contains(AUTHBY.replace("ecdsa", "ecdsa-sha2_512")), connection);
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
