package io.github.ipsecmaven.policy.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes several commits: each stage passes after the one before it, and is refused where one was skipped. */
class StagesTest {

    private static final String CLUSTER = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: stages}
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
              mtu: {host: 1500, cluster: %s}
            mode: %s
            """;

    private static final String POOL = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: stages}
            cluster: {openshift: "4.19.22", platform: BareMetal, routingViaHost: false}
            mode: External
            ca: certs/ca.pem
            """;

    @TempDir
    private Path folder;

    @Test
    void anMtuIsMigratedThenFinalisedThenUsed() throws IOException {
        commit(CLUSTER.formatted(1400, "Disabled"));
        commit(CLUSTER.formatted(1400, "Disabled") + "mtuChange: {to: 1354, stage: migrate}\n");
        assertTrue(network().contains("""
                    ovnKubernetesConfig:
                      ipsecConfig:
                        mode: Disabled
                      mtu: 1400
                  migration:
                    mtu:
                      network:
                        from: 1400
                        to: 1354
                      machine:
                        to: 1500
                """), network());
        commit(CLUSTER.formatted(1354, "Disabled") + "mtuChange: {to: 1354, stage: finalise}\n");
        assertTrue(network().endsWith("      mtu: 1354\n"), network());
        commit(CLUSTER.formatted(1354, "Full") + "mtuChange: {to: 1354, stage: finalise}\n");
    }

    @Test
    void anMtuIsNotFinalisedBeforeItIsMigrated() throws IOException {
        commit(CLUSTER.formatted(1400, "Disabled"));
        assertRefused("IPSEC-G010 at 9:30", CLUSTER.formatted(1400, "Disabled") + "mtuChange: {to: 1354, stage: finalise}\n");
    }

    @Test
    void aMigrationIsNotDropped() throws IOException {
        commit(CLUSTER.formatted(1400, "Disabled") + "mtuChange: {to: 1354, stage: migrate}\n");
        assertRefused("IPSEC-G010 at 1:1", CLUSTER.formatted(1400, "Disabled"));
    }

    @Test
    void aMigrationDoesNotTurn() throws IOException {
        commit(CLUSTER.formatted(1400, "Disabled") + "mtuChange: {to: 1354, stage: migrate}\n");
        assertRefused("IPSEC-G010 at 9:17", CLUSTER.formatted(1400, "Disabled") + "mtuChange: {to: 1300, stage: migrate}\n");
    }

    @Test
    void theModeWaitsForTheMtu() throws IOException {
        commit(CLUSTER.formatted(1354, "Disabled") + "mtuChange: {to: 1300, stage: migrate}\n");
        assertRefused("IPSEC-G010 at 8:7", CLUSTER.formatted(1300, "Full") + "mtuChange: {to: 1300, stage: finalise}\n");
    }

    @Test
    void anMtuLeavesRoomForWhatGoesAroundAPacket() throws IOException {
        repository(CLUSTER.formatted(1350, "Full") + "mtuChange: {to: 1355, stage: migrate}\n");
        assertRefused("IPSEC-N020 at 9:17", CLUSTER.formatted(1350, "Full") + "mtuChange: {to: 1355, stage: migrate}\n");
        commit(CLUSTER.formatted(1350, "Full") + "mtuChange: {to: 1354, stage: migrate}\n");
    }

    @Test
    void anMtuChangeNeedsToKnowTheMtus() throws IOException {
        String unknown = POOL + "mtuChange: {to: 1354, stage: migrate}\n";
        assertRefused("IPSEC-N020 at 7:1", unknown);
    }

    @Test
    void aPurgedPoolWaitsUntilThePolicyIsTakenBack() throws IOException {
        String purged = POOL + "pools: {worker: {state: purge}}\n";
        commit(POOL + "pools: {worker: {bundle: certs/left_server.p12}}\nrotation: {reboot: false}\n");
        commit(purged + "rotation: {reboot: false}\n");
        assertRefused("IPSEC-G009 at 1:1", POOL + "rotation: {reboot: false}\n");
        commit(purged + "rotation: {reboot: true}\n");
        commit(POOL);
    }

    @Test
    void aPurgedPoolStaysUntilItsNodesCouldTakeThePurge() throws IOException {
        commit(POOL + "pools: {worker: {bundle: certs/left_server.p12}}\n");
        commit(POOL + "pools: {worker: {state: purge, paused: true}}\n");
        assertRefused("IPSEC-G005 at 1:1", POOL);
        assertRefused("IPSEC-G005 at 7:1", POOL + "pools: {worker: {paused: true}}\n");
        commit(POOL + "pools: {worker: {state: purge}}\n");
        commit(POOL);
    }

    @Test
    void aChangeOfTheModeIsAnnounced() throws IOException {
        commit(CLUSTER.formatted(1354, "Full"));
        List<Diagnostic> found = repository(CLUSTER.formatted(1354, "Disabled")).fleet().validate().diagnostics().all();
        assertTrue(places(found).contains("IPSEC-G011 at 8:7"), found.toString());
    }

    /** Renders a spec that has to pass. */
    private void commit(String spec) throws IOException {
        var generated = repository(spec).fleet().generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
    }

    private void assertRefused(String place, String spec) throws IOException {
        var generated = repository(spec).fleet().generate();
        List<Diagnostic> errors = generated.compiled().diagnostics().all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList();
        assertEquals(List.of(place), places(errors), errors::toString);
    }

    private static List<String> places(List<Diagnostic> findings) {
        return findings.stream().map(finding -> finding.rule() + " at " + finding.position().line() + ":"
                + finding.position().column()).toList();
    }

    private String network() throws IOException {
        return Files.readString(folder.resolve("manifests/clusters/stages/10-nodes/network.yaml"));
    }

    private ConfigRepository repository(String spec) throws IOException {
        return ConfigRepository.with(folder, spec);
    }
}
