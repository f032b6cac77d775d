package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Yaml;
import io.github.ipsecmaven.tree.ForeignFilesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that belong to a fleet: who owns them, and what may not differ between its clusters. */
class FleetFilesTest {

    private static final String ARGOCD = "delivery: {argocd: {repoURL: https://git.example.com/ipsec.git, revision: main%s}}\n";

    @TempDir
    private Path folder;

    @Test
    void aRunOverSomeOfTheClustersLeavesTheSameFiles() throws Exception {
        Path east = spec("east", ARGOCD.formatted(""));
        Path west = spec("west", ARGOCD.formatted(""));
        generate(east, west);
        Map<String, String> whole = files();
        assertTrue(whole.containsKey("argocd/fleet/inventory.yaml"));
        generate(west);
        assertEquals(whole, files());
    }

    @Test
    void aClusterThatIsNoLongerDeliveredTakesNothingOfTheFleetAlong() throws Exception {
        Path east = spec("east", ARGOCD.formatted(""));
        generate(east);
        spec("east", "");
        generate(east);
        assertFalse(files().keySet().stream().anyMatch(path -> path.startsWith("argocd/east/")));
        assertTrue(files().containsKey("argocd/fleet/applications/application-set.yaml"));
    }

    @Test
    void aProjectOfTheUsersReplacesOurs() throws Exception {
        Path east = spec("east", ARGOCD.formatted(""));
        generate(east);
        assertTrue(files().containsKey("argocd/fleet/applications/app-project.yaml"));
        spec("east", ARGOCD.formatted(", project: network"));
        generate(east);
        assertFalse(files().containsKey("argocd/fleet/applications/app-project.yaml"));
        assertTrue(files().get("argocd/fleet/applications/application-set.yaml").contains("project: network\n"));
    }

    @Test
    void aGitRepositoryHasCredentialsWhereTheSpecNamesThem() throws Exception {
        String flux = "delivery: {flux: {sourceRef: ipsec, repoURL: https://git.example.com/net/ipsec.git%s}}\n";
        Path east = spec("east", flux.formatted(""));
        generate(east);
        assertFalse(files().get("flux/east/repository.yaml").contains("secretRef"));
        spec("east", flux.formatted(", secretRef: git.ipsec"));
        generate(east);
        assertTrue(files().get("flux/east/repository.yaml").endsWith("  secretRef:\n    name: git.ipsec\n"));
    }

    @Test
    void aFileOfTheUsersIsNotOverwritten() throws Exception {
        Path file = folder.resolve("manifests/argocd/fleet/access/cluster-role.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine\n");
        Path east = spec("east", ARGOCD.formatted(""));
        assertThrows(ForeignFilesException.class, () -> generate(east));
        assertEquals("mine\n", Files.readString(file));
    }

    @Test
    void aDamagedInventoryIsNamed() throws Exception {
        Path east = spec("east", ARGOCD.formatted(""));
        generate(east);
        Files.writeString(folder.resolve("manifests/argocd/fleet/inventory.yaml"), "<<<<<<< ours\n");
        IOException refused = assertThrows(IOException.class, () -> generate(east));
        assertTrue(refused.getMessage().contains("fleet/inventory.yaml cannot be used"), refused.getMessage());
    }

    @Test
    void theApplicationSetSeesAClusterByItsName() throws Exception {
        generate(spec("east", ARGOCD.formatted("")));
        Map<String, Object> seen = Yaml.read(folder.resolve("manifests/argocd/east/destination.yaml"));
        assertEquals(Map.of("cluster", "east", "destination", Map.of("name", "east", "server", "")), seen);
    }

    @Test
    void theApplicationSetSeesAClusterByItsUrl() throws Exception {
        generate(spec("east", ARGOCD.formatted(", cluster: \"https://api.east.example.com:6443\"")));
        Map<String, Object> seen = Yaml.read(folder.resolve("manifests/argocd/east/destination.yaml"));
        assertEquals(Map.of("name", "", "server", "https://api.east.example.com:6443"), seen.get("destination"));
    }

    @Test
    void clustersWithAnArgoCdOfTheirOwnHaveAnApplicationEachThatNoApplicationSetSees() throws Exception {
        generate(spec("east", ARGOCD.formatted(", cluster: in-cluster")),
                spec("west", ARGOCD.formatted(", cluster: in-cluster")));
        assertFalse(files().containsKey("argocd/east/destination.yaml"));
        Map<String, Object> application =
                Yaml.read(folder.resolve("manifests/argocd/west/application/application.yaml"));
        Map<String, Object> spec = Yaml.map(application.get("spec"));
        assertEquals("manifests/argocd/west", Yaml.map(spec.get("source")).get("path"));
        assertEquals(Map.of("name", "in-cluster", "namespace", "openshift-nmstate"), spec.get("destination"));
        assertFalse(Yaml.map(application.get("metadata")).containsKey("finalizers"));
    }

    @Test
    void theOutputMayBeTheRootOfTheRepository() throws Exception {
        generate(spec("east", ARGOCD.formatted(", path: .")));
        assertTrue(files().get("argocd/fleet/applications/application-set.yaml")
                .contains("- path: argocd/*/destination.yaml\n"));
    }

    @Test
    void settingsThatTheFleetSharesMayNotDiffer() throws Exception {
        Diagnostic finding = onlyFinding(spec("east", ARGOCD.formatted("")),
                spec("west", ARGOCD.formatted(", automated: false")));
        assertEquals("IPSEC-D002", finding.rule());
        assertEquals("west/ipsec.yaml:6:12", finding.position().toString());
    }

    @Test
    void twoClustersMayNotBeTheSameToArgoCd() throws Exception {
        Diagnostic finding = onlyFinding(spec("east", ARGOCD.formatted("")),
                spec("west", ARGOCD.formatted(", cluster: east")));
        assertEquals("IPSEC-D003", finding.rule());
    }

    @Test
    void aClusterMayNotBeCalledFleet() throws Exception {
        assertEquals("IPSEC-D001", onlyFinding(spec("fleet", ARGOCD.formatted(""))).rule());
    }

    private Diagnostic onlyFinding(Path... specs) throws Exception {
        List<Diagnostic> findings = fleet(specs).validate().diagnostics().all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList();
        assertEquals(1, findings.size(), findings.toString());
        return findings.get(0);
    }

    private void generate(Path... specs) throws Exception {
        Fleet.Generated generated = fleet(specs).generate();
        assertTrue(generated.changes().isPresent(), generated.compiled().diagnostics().all().toString());
    }

    private Fleet fleet(Path... specs) {
        return new Fleet(new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW), List.of(specs));
    }

    private Path spec(String cluster, String delivery) throws IOException {
        Path spec = folder.resolve(cluster).resolve("ipsec.yaml");
        Files.createDirectories(spec.getParent());
        return Files.writeString(spec, """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: %s}
                cluster: {openshift: "4.21.3", platform: BareMetal}
                mode: Full
                """.formatted(cluster) + delivery);
    }

    private Map<String, String> files() throws IOException {
        Path output = folder.resolve("manifests");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
