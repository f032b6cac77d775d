package io.github.ipsecmaven.policy.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.MachineConfigView;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guard from its first commit to its last: what is told on the way, and in which order it may go. */
class GuardStagesTest {

    private static final String CLUSTER = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: stages}
            cluster: {openshift: "4.19.22", platform: BareMetal, routingViaHost: true}
            mode: External
            ca: certs/ca.pem
            nodeDefaults: {domain: prod.example.com, bundle: "certs/{node}.p12"}
            nodes: {worker-0: {}}
            """;

    private static final String POOL = "pools: {worker: {nodes: 1}}\n";

    private static final String NAS = "  nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport, failClosed: %s}\n";

    private static final String SAN = "  san: {address: 192.0.2.30, type: transport, failClosed: %s}\n";

    private static final String CONFIG = "clusters/stages/10-nodes/99-worker-ipsec-guard.yaml";

    @TempDir
    private Path folder;

    @Test
    void aGuardIsAnnouncedForWhatIsNewInIt() throws IOException {
        commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(false));
        String first = CLUSTER + POOL + "remotes:\n" + NAS.formatted(true);
        assertEquals(List.of("IPSEC-K008 at 11:87"), commit(first));
        assertEquals(List.of(), commit(first));
        assertEquals(List.of("IPSEC-K008 at 12:59"), commit(first + SAN.formatted(true)));
    }

    @Test
    void aNetworkThatLeavesTheGuardIsToldOf() throws IOException {
        commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true) + SAN.formatted(true));
        assertEquals(List.of("IPSEC-G015 at 10:1"),
                commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true) + SAN.formatted(false)));
    }

    @Test
    void aRemoteThatIsRemovedStaysClosedUntilItLeavesTheSpec() throws IOException {
        commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true) + SAN.formatted(true));
        String before = rules();
        String removed = SAN.formatted(true).replace("}", ", state: absent}");
        assertEquals(List.of(), commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true) + removed));
        assertEquals(before, rules());
        assertEquals(List.of("IPSEC-G015 at 10:1"), commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true)));
        assertFalse(rules().contains("192.0.2.30"), rules());
    }

    @Test
    void anAbsentGuardWaitsUntilThePolicyIsTakenBack() throws IOException {
        String open = "remotes:\n" + NAS.formatted(false);
        String absent = CLUSTER + "pools: {worker: {guard: {state: absent}}}\n" + open;
        commit(CLUSTER + POOL + "remotes:\n" + NAS.formatted(true) + "rotation: {reboot: false}\n");
        assertEquals(List.of("IPSEC-G015 at 10:1"), commit(absent + "rotation: {reboot: false}\n"));
        assertTrue(rules().endsWith("\ntable inet ipsec_guard\ndelete table inet ipsec_guard\n"), rules());
        assertEquals(List.of("IPSEC-G014 at 1:1"), validate(CLUSTER + open + "rotation: {reboot: false}\n"));
        commit(absent + "rotation: {reboot: true}\n");
        assertEquals(List.of(), commit(CLUSTER + open));
        assertFalse(repository(CLUSTER + open).tree().containsKey(CONFIG));
    }

    /** Renders a spec that has to pass, and says what was found in it. */
    private List<String> commit(String spec) throws IOException {
        var generated = repository(spec).fleet().generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
        return places(generated.compiled().diagnostics().all());
    }

    private List<String> validate(String spec) throws IOException {
        return places(repository(spec).fleet().validate().diagnostics().all());
    }

    private static List<String> places(List<Diagnostic> findings) {
        return findings.stream().filter(finding -> !finding.rule().equals("IPSEC-K009")).map(finding -> finding.rule() + " at " + finding.position().line() + ":"
                + finding.position().column()).toList();
    }

    private String rules() {
        MachineConfigView config = ButaneSource.view(Yaml.read(folder.resolve("manifests").resolve(CONFIG)));
        return new String(config.files().get("/etc/ipsec-guard.nft").contents().bytes(), StandardCharsets.UTF_8);
    }

    private ConfigRepository repository(String spec) throws IOException {
        return ConfigRepository.with(folder, spec);
    }
}
