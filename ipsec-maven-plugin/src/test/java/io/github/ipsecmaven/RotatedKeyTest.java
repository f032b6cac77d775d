package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.CraftedCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes are reboots: a new certificate changes the one object that holds it. */
class RotatedKeyTest {

    /** No kustomization lists them. */
    private static final Set<String> FOR_PEOPLE = Set.of("inventory.yaml", "review/certificates.md", "runbook/verify.sh");

    @TempDir
    private Path folder;

    @Test
    void aRotatedKeyChangesTheObjectWithTheBundlesAndNoOther() throws IOException {
        CraftedCluster cluster = new CraftedCluster(folder);
        cluster.bundle(cluster.node().serial(1).signedBy(cluster.root()));
        Map<String, String> before = generate(cluster);
        cluster.bundle(cluster.node().serial(2).signedBy(cluster.root()));

        Map<String, String> after = generate(cluster);

        assertEquals(before.keySet(), after.keySet());
        List<String> changed = after.keySet().stream()
                .filter(file -> !before.get(file).equals(after.get(file)))
                .map(file -> file.replaceFirst("clusters/[^/]+/", ""))
                .filter(file -> !FOR_PEOPLE.contains(file))
                .toList();
        assertEquals(List.of("10-nodes/99-worker-ipsec-certs.yaml"), changed);
    }

    private static Map<String, String> generate(CraftedCluster cluster) throws IOException {
        var generated = cluster.repository().fleet().generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
        return cluster.repository().tree();
    }
}
