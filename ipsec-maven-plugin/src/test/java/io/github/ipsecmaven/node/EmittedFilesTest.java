package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes with nothing but the files of the golden MachineConfigs, put on top of each other as the Machine Config Operator
 * does: worker's first, then the custom pool's, and the later file of a path wins.
 */
class EmittedFilesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    private Path folder;

    private NodeRoot node;

    @BeforeAll
    static void assumePossible() {
        Tools.assumePrivateRoot();
    }

    @BeforeEach
    void aBareNode() {
        node = new NodeRoot(folder);
    }

    @Test
    void aNodeOfACustomPoolImportsItsOwnBundleOverTheFilesOfWorker() {
        apply("custom-pool", "worker", "storage");
        assertTrue(node.exists("/etc/pki/certs/worker-0.p12"));
        node.hostName("worker-1.prod.example.com");

        succeeds();

        assertEquals(Set.of("CA", "worker-1"), node.nicknames());
        assertEquals(1, node.keys());
    }

    @Test
    void aNodeThatMovesToACustomPoolChangesItsBundles() {
        apply("custom-pool", "worker");
        node.hostName("worker-1.prod.example.com");
        assertTrue(succeeds().contains("does not name worker-1.prod.example.com: 0 bundles"));
        assertEquals(Set.of("CA"), node.nicknames());
        apply("custom-pool", "worker", "storage");
        succeeds();
        assertEquals(Set.of("CA", "worker-1"), node.nicknames());

        apply("custom-pool", "worker");
        succeeds();

        assertEquals(Set.of("CA"), node.nicknames());
        assertEquals(0, node.keys());
    }

    @Test
    void aPurgedCustomPoolLosesEverythingOverTheFilesOfWorker() {
        apply("custom-pool", "worker", "storage");
        node.hostName("worker-1");
        succeeds();

        apply("purged-pool", "worker", "storage");
        succeeds();

        assertEquals(Set.of(), node.nicknames());
        assertEquals(0, node.keys());
    }

    @Test
    void aNodeReadsThePasswordFromItsOwnFile() {
        apply("password-on-the-node", "worker");
        node.write("/etc/ipsec-passwords/worker-0", LabKeys.PASSWORD + "\n");
        node.hostName("worker-0");

        String output = succeeds();

        assertEquals(Set.of("CA", "worker-0"), node.nicknames());
        assertFalse(output.contains(LabKeys.PASSWORD), output);
    }

    @Test
    void everyAnchorHasItsOwnNickname() {
        apply("several-anchors", "worker");

        succeeds();

        assertEquals(Set.of("CA-corp", "CA-partner", "worker-0"), node.nicknames());
    }

    @Test
    void theSourcesOwnCaseImportsTheOneBundleOnWhateverNode() {
        apply("source-procedure", "worker");
        node.hostName("localhost");

        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
    }

    private void apply(String name, String... pools) {
        node.deleteFiles("/etc/pki/certs");
        for (String pool : pools) {
            AppliedConfig.ofPool(CASES.resolve(name + "/expected/clusters/" + name), pool).forEach(node::apply);
        }
    }

    private String succeeds() {
        var result = node.run();
        assertEquals(0, result.exitCode(), result.output());
        return result.output();
    }
}
