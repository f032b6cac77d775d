package io.github.ipsecmaven.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnclaimedTreesTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: %s}
            cluster: {openshift: "4.19.22", platform: BareMetal, mtu: {host: 1500, cluster: 1354}}
            mode: Full
            """;

    @TempDir
    private Path folder;

    @Test
    void aTreeWhoseClusterGotAnotherNameIsToldAndStays() throws IOException {
        ConfigRepository.with(folder, SPEC.formatted("before")).fleet().generate();
        var generated = ConfigRepository.with(folder, SPEC.formatted("after")).fleet().generate();

        List<Diagnostic> found = generated.compiled().diagnostics().all();
        assertEquals(List.of("IPSEC-D005"), found.stream().map(Diagnostic::rule).toList());
        assertEquals("manifests/clusters/before/inventory.yaml", found.get(0).position().source().name());
        assertTrue(Files.exists(folder.resolve("manifests/clusters/before/10-nodes/network.yaml")));
    }

    @Test
    void aTreeThatIsClaimedIsNotTold() throws IOException {
        ConfigRepository.with(folder, SPEC.formatted("same")).fleet().generate();
        assertEquals(List.of(), ConfigRepository.with(folder, SPEC.formatted("same")).fleet().validate().diagnostics().all());
    }
}
