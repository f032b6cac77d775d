package io.github.ipsecmaven.policy.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ESP offload of an interface: off, back on, and then gone, in this order only. */
class EspOffloadTest {

    private static final String CLUSTER = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: offload}
            cluster: {openshift: "4.19.22", platform: BareMetal, mtu: {host: 1500, cluster: 1354}}
            mode: Full
            """;

    private static final String POLICY = "clusters/offload/20-connections/esp-offload-worker-0.yaml";

    @TempDir
    private Path folder;

    @Test
    void eachNodeHasAPolicyOfItsOwn() throws IOException {
        generate("nodeDefaults: {espOffload: {ens5: false}}\nnodes: {worker-0: {espOffload: {ens6: true}}, worker-1: {}}\n");

        String first = policy();
        assertTrue(first.endsWith("""
                  nodeSelector:
                    kubernetes.io/hostname: worker-0
                  desiredState:
                    interfaces:
                    - name: ens5
                      type: ethernet
                      state: up
                      ethtool:
                        feature:
                          tx-esp-segmentation: false
                          esp-hw-offload: false
                          esp-tx-csum-hw-offload: false
                    - name: ens6
                      type: ethernet
                      state: up
                      ethtool:
                        feature:
                          tx-esp-segmentation: true
                          esp-hw-offload: true
                          esp-tx-csum-hw-offload: true
                """), first);
        String second = repository("").tree().get(POLICY.replace("worker-0", "worker-1"));
        assertFalse(second.contains("ens6"), second);
    }

    @Test
    void whatWasTurnedOffDoesNotLeaveTheSpec() throws IOException {
        generate("nodes: {worker-0: {espOffload: {ens5: false}}}\n");

        Diagnostic lineGone = onlyFinding("nodes:\n  worker-0: {}\n");
        assertEquals("IPSEC-G012", lineGone.rule());
        assertEquals(7, lineGone.position().line());
        assertTrue(lineGone.mend().endsWith("nodes:\n  worker-0:\n    espOffload:\n      ens5: true"), lineGone.mend());
        assertEquals("IPSEC-G012", onlyFinding("").rule());
    }

    @Test
    void whatWasTurnedBackOnMayLeaveTheSpec() throws IOException {
        generate("nodes: {worker-0: {espOffload: {ens5: false}}}\n");
        generate("nodes: {worker-0: {espOffload: {ens5: true}}}\n");
        generate("");

        assertFalse(repository("").tree().containsKey(POLICY));
    }

    private ConfigRepository repository(String nodes) throws IOException {
        return ConfigRepository.with(folder, CLUSTER + nodes);
    }

    private void generate(String nodes) throws IOException {
        List<Diagnostic> found = repository(nodes).fleet().generate().compiled().diagnostics().all();
        assertTrue(found.isEmpty(), found.toString());
    }

    private Diagnostic onlyFinding(String nodes) throws IOException {
        List<Diagnostic> found = repository(nodes).fleet().validate().diagnostics().all();
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }

    private String policy() throws IOException {
        return repository("").tree().get(POLICY);
    }
}
