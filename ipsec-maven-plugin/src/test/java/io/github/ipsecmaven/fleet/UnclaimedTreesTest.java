package io.github.ipsecmaven.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
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
    void aClusterThatLeavesWithItsTunnelsUpIsTold() throws Exception {
        ConfigRepository repository = ConfigRepository.with(folder, SPEC.formatted("stays"));
        Path spec = folder.resolve("clusters/goes/ipsec.yaml");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, SPEC.formatted("goes") + """
                ca: ../../certs/ca.pem
                nodes: {worker-0: {address: worker-0.prod.example.com, bundle: ../../certs/worker-0.p12}}
                remotes: {nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport, failClosed: false}}
                waivers: [{rule: IPSEC-S006, reason: lab}, {rule: IPSEC-P009, reason: lab}]
                """);
        GitRepository git = GitRepository.init(folder);
        repository.fleet().generate();
        git.commit();
        Files.delete(spec);
        Files.move(folder.resolve("manifests/clusters/goes"), folder.resolve("gone"));

        assertEquals(List.of("the cluster 'goes' is gone from the specs and from the output, and its last tree had 1 tunnel"),
                repository.fleet().validate().diagnostics().all().stream().map(Diagnostic::message).toList());
    }

    @Test
    void aTreeThatIsClaimedIsNotTold() throws IOException {
        ConfigRepository.with(folder, SPEC.formatted("same")).fleet().generate();
        assertEquals(List.of(), ConfigRepository.with(folder, SPEC.formatted("same")).fleet().validate().diagnostics().all());
    }
}
