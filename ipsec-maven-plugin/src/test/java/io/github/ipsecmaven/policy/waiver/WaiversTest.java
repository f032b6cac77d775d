package io.github.ipsecmaven.policy.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Suppression;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encapsulation that 4.18.0 may lack is an error that can be waived. */
class WaiversTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: case}
            cluster: {openshift: "4.18", platform: BareMetal, mtu: {host: 1500, cluster: 1354}}
            mode: Full
            encapsulation: Always
            """;

    @TempDir
    private Path folder;

    @Test
    void anAcceptedFindingIsReportedAsSuppressionAndNoLongerFails() throws Exception {
        Diagnostics diagnostics = check(SPEC + "waivers: [{rule: IPSEC-N002, reason: seen with oc explain}]\n");
        assertEquals(List.of(), diagnostics.all());
        Suppression accepted = diagnostics.suppressions().get(0);
        assertEquals("IPSEC-N002", accepted.diagnostic().rule());
        assertEquals("seen with oc explain", accepted.reason());
        assertEquals("ipsec.yaml:7:18", accepted.by().toString());
        assertEquals("0 errors, 1 accepted", diagnostics.summary());
    }

    @Test
    void aWaiverHoldsOnTheDayThatItNames() throws Exception {
        assertEquals(List.of(), ids(check(SPEC + waiver("until: 2026-11-01"))));
        assertEquals(List.of("IPSEC-N002", "IPSEC-W003"), ids(check(SPEC + waiver("until: 2026-10-31"))));
    }

    @Test
    void aWaiverCoversItsScopeAndWhatIsBelow() throws Exception {
        assertEquals(List.of(), ids(check(SPEC + waiver("scope: encapsulation"))));
        assertEquals(List.of("IPSEC-N002", "IPSEC-W002"), ids(check(SPEC + waiver("scope: encap"))));
        assertEquals(List.of("IPSEC-N002", "IPSEC-W002"), ids(check(SPEC + waiver("scope: nodes/worker-0"))));
    }

    @Test
    void whatIsWrittenOnceForAllNodesBelongsToTheNodeThatItIsFilledInFor() throws Exception {
        String spec = SPEC.replace("4.18", "4.19.22") + """
                nodeDefaults: {bundle: "certs/{node}.p12"}
                nodes: {worker-0: {}}
                waivers: [{rule: IPSEC-P008, reason: remotes follow, scope: SCOPE}]
                """;
        assertEquals(List.of(), ids(check(spec.replace("SCOPE", "nodes/worker-0"))));
        assertEquals(List.of("IPSEC-P008", "IPSEC-W002"), ids(check(spec.replace("SCOPE", "nodes/worker-1"))));
    }

    @Test
    void aWaiverOfAFleetsDefaultsNeedNotBeUsedByEveryCluster() throws Exception {
        String cluster = SPEC.replace("4.18", "4.19.22") + "extends: defaults.yaml\n";
        ConfigRepository repository = ConfigRepository.with(folder, cluster);
        Files.writeString(folder.resolve("defaults.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsecDefaults
                waivers: [{rule: IPSEC-N002, reason: seen with oc explain}]
                """);
        assertEquals(List.of(), ids(repository.fleet().validate().diagnostics()));
        repository.spec(SPEC + "extends: defaults.yaml\n");
        assertEquals(1, repository.fleet().validate().diagnostics().suppressions().size());
    }

    private static String waiver(String more) {
        return "waivers: [{rule: IPSEC-N002, reason: seen with oc explain, " + more + "}]\n";
    }

    private Diagnostics check(String spec) throws Exception {
        return ConfigRepository.with(folder, spec).fleet().validate().diagnostics();
    }

    private static List<String> ids(Diagnostics diagnostics) {
        return diagnostics.all().stream().map(Diagnostic::rule).toList();
    }
}
