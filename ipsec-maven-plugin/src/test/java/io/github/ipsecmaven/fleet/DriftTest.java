package io.github.ipsecmaven.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import io.github.ipsecmaven.testkit.Tree;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ipsec:verify} says of a tree that somebody changed. */
class DriftTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: east
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
            remotes:
              nas:
                address: nas.example.com
                subnet: 192.0.2.20/32
                type: transport
            delivery:
              argocd: {repoURL: "https://git.example.com/net/ipsec.git", revision: main}
            """;

    private static final String CONNECTION = "clusters/east/20-connections/ipsec-worker-0-nas.yaml";
    private static final String CERTS = "clusters/east/10-nodes/99-worker-ipsec-certs.yaml";

    @TempDir
    private static Path generated;

    @TempDir
    private Path folder;

    private ConfigRepository repository;

    @BeforeAll
    static void generate() throws Exception {
        assertTrue(ConfigRepository.with(generated, SPEC).fleet().generate().changes().isPresent());
    }

    @BeforeEach
    void copy() throws IOException {
        Tree.replace(folder, generated);
        repository = ConfigRepository.at(folder);
    }

    @Test
    void whatWasJustGeneratedHasNone() throws Exception {
        Fleet.Verified verified = repository.fleet().verify();
        Drift drift = verified.drift().orElseThrow();
        assertTrue(drift.isNone());
        assertEquals(repository.tree().size(), drift.compared());
        assertEquals(0, drift.uncommitted());
        assertEquals(List.of(), outOfDate());
    }

    @Test
    void aFieldEditedByHandIsNamedAndGenerateMendsIt() throws Exception {
        edit(CONNECTION, "192.0.2.20/32", "192.0.2.21/32");
        assertEquals("""
                what lies there -> what the specs compile to:
                manifests/clusters/east/20-connections/ipsec-worker-0-nas.yaml (NodeNetworkConfigurationPolicy ipsec-worker-0-nas)
                    spec.desiredState.interfaces[nas].libreswan.rightsubnet: 192.0.2.21/32 -> 192.0.2.20/32""", drift());
        assertEquals(List.of("ipsec.yaml:4:9 the tree of cluster 'east' is not what the spec compiles to: 1 file differs"),
                outOfDate());
        repository.fleet().generate();
        assertTrue(repository.fleet().verify().drift().orElseThrow().isNone());
    }

    @Test
    void aChangeOfTheSpecIsSeenInWhatFollowsFromIt() throws Exception {
        repository.spec(SPEC.replace("worker-1: {}", "worker-1: {state: absent}"));
        String drift = drift();
        assertTrue(drift.contains("spec.desiredState.interfaces[nas].state: (nothing) -> absent"), drift);
        assertTrue(drift.contains("spec.config.storage.files[/etc/pki/certs/worker-1.p12]: the bundle 'worker-1' of the "
                + "certificate CN=worker-1, serial "), drift);
    }

    @Test
    void aBundleIsNotShownButWhatIsInIt() throws Exception {
        String zero = Base64.getEncoder().encodeToString(LabKeys.bundle("worker-0.p12"));
        String two = Base64.getEncoder().encodeToString(LabKeys.bundle("worker-2.p12"));
        edit(CERTS, zero, two);
        String drift = drift();
        assertTrue(drift.contains("contents: the bundle 'worker-2' of the certificate CN=worker-2, serial "), drift);
        assertTrue(drift.contains(" -> the bundle 'worker-0' of the certificate CN=worker-0, serial "), drift);
        PlantedSecrets secrets = new PlantedSecrets()
                .bytes("old", LabKeys.bundle("worker-2.p12")).bytes("new", LabKeys.bundle("worker-0.p12"));
        assertEquals(Optional.empty(), secrets.firstIn(drift));
    }

    @Test
    void everyFileIsCompared() throws Exception {
        for (String path : repository.tree().keySet()) {
            if (!path.endsWith("inventory.yaml")) {
                Files.writeString(repository.output().resolve(path), "# edited\n", StandardOpenOption.APPEND);
            }
        }
        Drift drift = repository.fleet().verify().drift().orElseThrow();
        assertEquals(drift.compared() - 2, drift.files().size());
        assertTrue(drift.text("manifests").endsWith("\n... and " + (drift.files().size() - 20) + " more files"));
        assertEquals(List.of(
                        "ipsec.yaml:4:9 the tree of cluster 'east' is not what the spec compiles to: 34 files differ",
                        "ipsec.yaml:22:3 the tree of the fleet is not what the spec compiles to: 10 files differ"),
                outOfDate());
    }

    @Test
    void aMissingTreeIsMissing() throws Exception {
        Map<String, String> tree = repository.tree();
        for (String path : tree.keySet()) {
            Files.delete(repository.output().resolve(path));
        }
        Drift drift = repository.fleet().verify().drift().orElseThrow();
        assertEquals(tree.size() + " are missing", drift.summary());
    }

    @Test
    void whatTheSpecNoLongerYieldsIsLeftOver() throws Exception {
        repository.spec(SPEC.substring(0, SPEC.indexOf("delivery:")));
        assertTrue(drift().contains("manifests/argocd/east/kustomization.yaml (Kustomization) is left over"), drift());
    }

    @Test
    void aScriptThatCannotBeExecutedDiffers() throws Exception {
        assertTrue(repository.output().resolve("clusters/east/runbook/verify.sh").toFile().setExecutable(false));
        assertEquals("""
                what lies there -> what the specs compile to:
                manifests/clusters/east/runbook/verify.sh
                    permissions: not executable -> executable""", drift());
    }

    @Test
    void aFileOfSomebodyElseIsNone() throws Exception {
        Files.writeString(repository.output().resolve("clusters/east/README.md"), "ours");
        assertTrue(repository.fleet().verify().drift().orElseThrow().isNone());
    }

    @Test
    void aSpecWithErrorsHasNothingToCompareWith() throws Exception {
        edit(CONNECTION, "192.0.2.20/32", "192.0.2.21/32");
        repository.spec(SPEC.replace("type: transport", "type: teleport"));
        assertEquals(Optional.empty(), repository.fleet().verify().drift());
        assertEquals(List.of(), outOfDate());
    }

    @Test
    void anInterruptedTreeIsRefused() throws Exception {
        Path journal = Files.createDirectory(repository.output().resolve(".ipsec-journal"));
        Files.writeString(journal.resolve("plan"), "");
        assertEquals(repository.output() + " was left half-written by a run that was killed; `generate` mends it",
                assertThrows(InterruptedRunException.class, () -> repository.fleet().verify()).getMessage());
    }

    @Test
    void aMergeThatWasNotFinishedIsSaid() throws Exception {
        GitRepository.init(folder).commit();
        edit("clusters/east/inventory.yaml", "cluster: east\n", "<<<<<<< HEAD\ncluster: east\n=======\n>>>>>>> topic\n");
        assertEquals(repository.output().resolve("clusters/east/inventory.yaml")
                        + " cannot be used: it holds the conflict marks of a merge",
                assertThrows(IOException.class, () -> repository.fleet().verify()).getMessage());
    }

    @Test
    void whatIsNotCommittedIsCounted() throws Exception {
        GitRepository git = GitRepository.init(folder);
        Drift before = repository.fleet().verify().drift().orElseThrow();
        assertEquals(before.compared(), before.uncommitted());
        git.commit();
        assertEquals(0, repository.fleet().verify().drift().orElseThrow().uncommitted());
    }

    @Test
    void theLineEndsOfACheckoutAreNone() throws Exception {
        withCarriageReturns(CONNECTION);
        assertEquals("""
                what lies there -> what the specs compile to:
                manifests/clusters/east/20-connections/ipsec-worker-0-nas.yaml (NodeNetworkConfigurationPolicy ipsec-worker-0-nas)
                    lines end with CR LF -> lines end with LF""", drift());
        repository.fleet().generate();
        GitRepository.init(folder).commit().git("config", "core.autocrlf", "true");
        withCarriageReturns(CONNECTION);
        assertTrue(repository.fleet().verify().drift().orElseThrow().isNone());
    }

    private void withCarriageReturns(String path) throws IOException {
        Path file = repository.output().resolve(path);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    }

    private String drift() throws Exception {
        return repository.fleet().verify().drift().orElseThrow().text("manifests");
    }

    private List<String> outOfDate() throws Exception {
        return repository.fleet().verify().compiled().diagnostics().all().stream()
                .filter(found -> found.rule().equals("IPSEC-D010"))
                .map(found -> found.position() + " " + found.message()).toList();
    }

    private void edit(String path, String text, String replacement) throws IOException {
        Path file = repository.output().resolve(path);
        String before = Files.readString(file);
        assertTrue(before.contains(text), before);
        Files.writeString(file, before.replace(text, replacement));
    }
}
