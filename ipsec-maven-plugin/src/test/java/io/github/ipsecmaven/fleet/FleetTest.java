package io.github.ipsecmaven.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.fleet.Fleet.Generated;
import io.github.ipsecmaven.fleet.Fleet.Scope;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over many clusters. */
class FleetTest {

    private static final int CLUSTERS = 12;

    @TempDir
    private Path folder;

    private ConfigRepository repository;

    @BeforeEach
    void prepare() throws IOException {
        LabKeys.copyTo(folder.resolve("certs"));
        repository = ConfigRepository.at(folder);
        for (int i = 0; i < CLUSTERS; i++) {
            spec(i, "4.19.22");
        }
    }

    @Test
    void theSameBytesComeOutInParallelAndInSequence() throws Exception {
        repository.fleet().onThreads(1).generate();
        Map<String, String> inSequence = repository.tree();
        Tree.replace(folder.resolve("manifests"), folder.resolve("nothing"));
        repository.fleet().onThreads(5).generate();
        assertEquals(inSequence, repository.tree());
        assertTrue(inSequence.containsKey("clusters/site-11/inventory.yaml"));
    }

    @Test
    void theFindingsAreInTheSameOrder() throws Exception {
        spec(3, "4.10.1");
        spec(7, "4.10.1");
        spec(9, "nonsense");
        List<String> inSequence = findings(repository.fleet().onThreads(1));
        assertTrue(inSequence.size() > 2, inSequence.toString());
        for (int run = 0; run < 3; run++) {
            assertEquals(inSequence, findings(repository.fleet().onThreads(5)));
        }
    }

    @Test
    void aBrokenClusterKeepsTheOthersFromBeingWritten() throws Exception {
        spec(5, "nonsense");
        Generated generated = repository.fleet().onThreads(3).generate();
        assertFalse(generated.changes().isPresent());
        assertEquals(Map.of(), repository.tree());
    }

    @Test
    void onRequestTheOthersAreWritten() throws Exception {
        repository.fleet().generate();
        String old = repository.tree().get("clusters/site-05/inventory.yaml");
        spec(5, "nonsense");
        spec(6, "4.20.11");
        Generated generated = repository.fleet().onThreads(3).generate(FailOn.ERROR, Scope.CLEAN);
        assertTrue(generated.compiled().diagnostics().hasErrors());
        assertTrue(generated.changes().orElseThrow().written().stream()
                .allMatch(path -> path.startsWith("clusters/site-06/")), generated.changes().toString());
        assertEquals(old, repository.tree().get("clusters/site-05/inventory.yaml"));
    }

    @Test
    void whatIsWrongWithTheWholeFleetForbidsEveryTree() throws Exception {
        Files.copy(spec(0), spec(CLUSTERS));
        Generated generated = repository.fleet().generate(FailOn.ERROR, Scope.CLEAN);
        assertFalse(generated.changes().isPresent());
        assertEquals(Map.of(), repository.tree());
    }

    @Test
    void theListenerHearsOfEachCluster() throws Exception {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        repository.fleet().onThreads(2).telling((done, all) -> heard.add(done)).validate();
        assertEquals(CLUSTERS, heard.stream().sorted().distinct().count());
    }

    @Test
    void aFindingInSharedDefaultsNamesTheSpecsThatHaveIt() throws Exception {
        Files.writeString(folder.resolve("clusters/defaults.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsecDefaults
                rotation: {reboot: false}
                """);
        for (int i : List.of(3, 5, 7)) {
            spec(i, i == 5 ? "4.19.22" : "4.16.40");
            Files.writeString(spec(i), "extends: ../defaults.yaml\n" + Files.readString(spec(i)));
        }

        Diagnostics diagnostics = repository.fleet().validate().diagnostics();

        Diagnostic tooOld = diagnostics.all().stream().filter(of -> of.rule().equals("IPSEC-P013")).findFirst().orElseThrow();
        assertEquals(List.of(spec(3), spec(7)), diagnostics.specsWith(tooOld));
        Diagnostic inASpec = diagnostics.all().stream().filter(of -> of.rule().equals("IPSEC-K001")).findFirst().orElseThrow();
        assertEquals(List.of(), diagnostics.specsWith(inASpec));
    }

    private static List<String> findings(Fleet fleet) throws IOException {
        return fleet.validate().diagnostics().all().stream().map(Object::toString).toList();
    }

    private Path spec(int number) throws IOException {
        Path spec = folder.resolve("clusters/site-%02d/ipsec.yaml".formatted(number));
        Files.createDirectories(spec.getParent());
        return spec;
    }

    private void spec(int number, String version) throws IOException {
        Files.writeString(spec(number), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata:
                  name: site-%02d
                cluster:
                  openshift: "%s"
                  platform: BareMetal
                mode: External
                ca: ../../certs/ca.pem
                nodeDefaults:
                  domain: prod.example.com
                  bundle: ../../certs/{node}.p12
                nodes:
                  worker-0: {}
                remotes:
                  nas: {address: 192.0.2.20, type: transport}
                waivers: [{rule: IPSEC-S006, reason: lab keys}]
                """.formatted(number, version));
    }
}
