package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ClusterSchemas;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine is given for every sample: accepted, buildable, in order, and unable to take anything away. */
class DeliveredObjectsTest {

    private static final List<String> ENGINES = List.of("argocd", "flux", "acm");

    /** Deleting one of these takes far more along than what we put into it. */
    private static final Set<String> SHARED =
            Set.of("Network", "MachineConfiguration", "MachineConfigPool", "Namespace", "NMState");

    /** Nobody else puts anything into these. */
    private static final Set<String> OURS = Set.of("MachineConfig", "NodeNetworkConfigurationPolicy");

    @TempDir
    private static Path folder;

    private static SampleFleet fleet;

    @BeforeAll
    static void compile() throws Exception {
        fleet = SampleFleet.get();
    }

    @Test
    void everyObjectIsAcceptedByTheSchemaOfItsKind() throws IOException {
        ClusterSchemas schemas = ClusterSchemas.load();
        for (String engine : ENGINES) {
            fleet.objects(engine).forEach((path, object) ->
                    assertEquals(List.of(), schemas.problems(appliedOver(object)), path));
        }
    }

    /** A pool is always there, with a spec of others: what is applied to it, or compared with it, says only a part. */
    private static Map<String, Object> appliedOver(Map<String, Object> object) {
        Map<String, Object> whole = Yaml.map(object);
        if (whole.get("kind").equals("MachineConfigPool")) {
            whole.putIfAbsent("spec", Map.of());
        }
        return whole;
    }

    @Test
    void everyFolderBuildsAlone() throws IOException {
        RealTool kustomize = RealTool.kustomize();
        kustomize.assumePresent();
        for (String engine : ENGINES) {
            for (Path built : fleet.kustomizations(engine)) {
                if (!Files.exists(built.resolve("policy-generator.yaml"))) {
                    assertFalse(Yaml.parseAll(kustomize.run(built.toString()).outOfSuccess()).isEmpty(), built.toString());
                }
            }
        }
    }

    @Test
    void argoCdIsGivenTheTreeAndTheWaitsAsOne() throws IOException {
        RealTool kustomize = RealTool.kustomize();
        kustomize.assumePresent();
        Path output = fleet.output();
        for (String cluster : fleet.clusters()) {
            Set<String> tree = names(kustomize.run(output.resolve("clusters/" + cluster).toString()).outOfSuccess());
            Set<String> delivered = names(kustomize.run(output.resolve("argocd/" + cluster).toString()).outOfSuccess());
            assertTrue(delivered.containsAll(tree), cluster);
            delivered.removeAll(tree);
            assertTrue(delivered.stream().allMatch(name -> name.startsWith("MachineConfigPool ")), delivered.toString());
        }
    }

    @Test
    void fluxSplitsTheFirstStageWithoutLosingAnObject() throws IOException {
        RealTool kustomize = RealTool.kustomize();
        kustomize.assumePresent();
        Path output = fleet.output();
        for (String cluster : fleet.clusters()) {
            if (!Files.exists(output.resolve("flux/" + cluster + "/ipsec-nmstate.yaml"))) {
                continue;
            }
            Set<String> before = names(kustomize.run(output.resolve("clusters/" + cluster + "/00-prepare").toString())
                    .outOfSuccess());
            Set<String> operator = patched(kustomize, cluster, "ipsec-prepare");
            Set<String> nmstate = patched(kustomize, cluster, "ipsec-nmstate");
            assertEquals(Set.of("NMState nmstate"), nmstate);
            operator.addAll(nmstate);
            assertEquals(before, operator);
        }
    }

    /** {@code mustonlyhave} on what others own too would erase it; {@code musthave} on ours would never let go of a file. */
    @Test
    void acmComparesExactlyWhatIsOursAndNothingElse() throws IOException {
        RealTool kustomize = RealTool.kustomize();
        kustomize.assumePresent();
        for (String cluster : fleet.clusters()) {
            Path folder = fleet.output().resolve("acm/" + cluster);
            Set<String> delivered = new TreeSet<>();
            for (Object policy : Yaml.list(Yaml.read(folder.resolve("policy-generator.yaml")).get("policies"))) {
                for (Object entry : Yaml.list(Yaml.map(policy).get("manifests"))) {
                    Map<String, Object> part = Yaml.map(entry);
                    boolean exact = "mustonlyhave".equals(part.get("complianceType"));
                    String built = kustomize.run(folder.resolve((String) part.get("path")).toString()).outOfSuccess();
                    for (Map<String, Object> object : Yaml.parseAll(built)) {
                        assertEquals(OURS.contains((String) object.get("kind")), exact, cluster + " " + part);
                    }
                    delivered.addAll(names(built));
                }
            }
            delivered.removeIf(name -> name.startsWith("MachineConfigPool "));
            assertEquals(names(kustomize.run(fleet.output().resolve("clusters/" + cluster).toString()).outOfSuccess()),
                    delivered);
        }
    }

    /** Builds what Flux builds: the folder of a Kustomization with its patches. */
    private static Set<String> patched(RealTool kustomize, String cluster, String name) throws IOException {
        Path output = fleet.output();
        Map<String, Object> spec =
                Yaml.map(Yaml.read(output.resolve("flux/" + cluster + "/" + name + ".yaml")).get("spec"));
        Path root = Files.createDirectories(folder.resolve("as-flux-does").resolve(cluster).resolve(name));
        StringBuilder text = new StringBuilder("resources:\n- ")
                .append(root.relativize(output.resolveSibling((String) spec.get("path")).normalize())).append("\npatches:\n");
        for (Object patch : Yaml.list(spec.get("patches"))) {
            text.append("- target: ").append(Yaml.map(Yaml.map(patch).get("target"))
                    .toString().replace("=", ": ")).append("\n  patch: |\n    ");
            text.append(((String) Yaml.map(patch).get("patch")).strip().replace("\n", "\n    ")).append('\n');
        }
        Files.writeString(root.resolve("kustomization.yaml"), text);
        return names(kustomize.run(root.toString()).outOfSuccess());
    }

    @Test
    void whatIsSharedOrLiveIsNeitherPrunedNorDeleted() throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>(fleet.objects("clusters").values());
        objects.addAll(fleet.objects("argocd").values());
        objects.addAll(golden());
        int kept = 0;
        for (Map<String, Object> object : objects) {
            if (!SHARED.contains((String) object.get("kind")) && !isLiveConnection(object)) {
                continue;
            }
            List<String> options = List.of(annotation(object, "argocd.argoproj.io/sync-options").split(","));
            assertTrue(options.containsAll(List.of("Prune=false", "Delete=false")), object.toString());
            if (!object.get("kind").equals("MachineConfigPool")) {
                assertEquals("disabled", annotation(object, "kustomize.toolkit.fluxcd.io/prune"), object.toString());
            }
            kept++;
        }
        assertTrue(kept > 100, "the samples and the golden trees hold such objects: " + kept);
    }

    /** The objects of every recorded tree that anybody applies. */
    private static List<Map<String, Object>> golden() throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            for (Path file : files.filter(path -> path.toString()
                    .matches(".*/expected/clusters/[^/]+/(00-prepare|10-nodes|20-connections)/[^/]+\\.yaml")).toList()) {
                objects.add(Yaml.read(file));
            }
        }
        return objects;
    }

    @Test
    void whatOthersOwnTooIsAppliedInPart() throws IOException {
        for (Map<String, Object> object : fleet.objects("clusters").values()) {
            if (Set.of("Network", "MachineConfiguration").contains((String) object.get("kind"))) {
                assertEquals("Merge", annotation(object, "kustomize.toolkit.fluxcd.io/ssa"));
                assertTrue(annotation(object, "argocd.argoproj.io/sync-options").contains("ServerSideApply=true"));
            }
        }
    }

    @Test
    void noObjectReplacesOrForcesOrRunsAsAHook() throws IOException {
        for (String top : List.of("clusters", "argocd", "flux", "acm")) {
            fleet.objects(top).forEach((path, object) -> {
                String options = annotation(object, "argocd.argoproj.io/sync-options");
                assertFalse(options.contains("Replace=true") || options.contains("Force=true"), path);
                assertEquals("", annotation(object, "argocd.argoproj.io/hook"), path);
                assertEquals("", annotation(object, "kustomize.toolkit.fluxcd.io/force"), path);
                assertNull(Yaml.map(object.get("metadata")).get("finalizers"), path);
            });
        }
    }

    @Test
    void aVanishedClusterKeepsItsApplicationAndAVanishedApplicationKeepsTheCluster() {
        Map<String, Object> set = Yaml.read(fleet.output().resolve("argocd/fleet/applications/application-set.yaml"));
        Map<String, Object> spec = Yaml.map(set.get("spec"));
        assertEquals(Map.of("applicationsSync", "create-update", "preserveResourcesOnDeletion", true),
                spec.get("syncPolicy"));
        Map<String, Object> metadata = Yaml.map(Yaml.map(spec.get("template")).get("metadata"));
        assertFalse(metadata.containsKey("finalizers"));
    }

    @Test
    void aVanishedKustomizationKeepsWhatItApplied() throws IOException {
        for (Map<String, Object> object : fleet.objects("flux").values()) {
            Map<String, Object> spec = Yaml.map(object.get("spec"));
            if (object.get("apiVersion").equals("kustomize.toolkit.fluxcd.io/v1")) {
                assertEquals("Orphan", spec.get("deletionPolicy"));
                assertFalse(spec.containsKey("force"));
            }
        }
    }

    @Test
    void theControllerCannotDeleteWhatMustNotBeDeleted() {
        Map<String, Object> role = Yaml.read(fleet.output().resolve("argocd/fleet/access/cluster-role.yaml"));
        Set<Object> deletable = new TreeSet<>();
        for (Object rule : Yaml.list(role.get("rules"))) {
            if (Yaml.list(Yaml.map(rule).get("verbs")).contains("delete")) {
                deletable.addAll(Yaml.list(Yaml.map(rule).get("resources")));
            }
        }
        assertEquals(Set.of("machineconfigs", "nodenetworkconfigurationpolicies"), deletable);
    }

    @Test
    void theProjectAllowsWhatTheTreesHoldAndNoMore() throws IOException {
        Map<String, Object> spec = Yaml.map(
                Yaml.read(fleet.output().resolve("argocd/fleet/applications/app-project.yaml")).get("spec"));
        Set<String> allowed = new TreeSet<>();
        for (String list : List.of("clusterResourceWhitelist", "namespaceResourceWhitelist")) {
            Yaml.list(spec.get(list)).forEach(kind -> allowed.add((String) Yaml.map(kind).get("kind")));
        }
        Set<String> held = new TreeSet<>();
        fleet.objects("clusters").values().forEach(object -> held.add((String) object.get("kind")));
        held.remove("Kustomization");
        held.add("MachineConfigPool");
        assertEquals(held, allowed);
    }

    @Test
    void nodesAreAwaitedAfterTheirConfigsAndBeforeConnections() throws IOException {
        for (Map<String, Object> wait : fleet.objects("argocd").values()) {
            if (wait.get("kind").equals("MachineConfigPool")) {
                for (Map<String, Object> object : fleet.objects("clusters").values()) {
                    if (object.get("kind").equals("MachineConfig")) {
                        assertTrue(wave(object) < wave(wait));
                    } else if (object.get("kind").equals("NodeNetworkConfigurationPolicy")) {
                        assertTrue(wave(wait) < wave(object));
                    }
                }
            }
        }
    }

    @Test
    void aPoolAwaitsWhatTheNetworkOperatorAddsAndBothConfigsOfOurs() {
        Map<String, Object> wait = Yaml.read(fleet.output().resolve("argocd/three-nodes/wait-storage.yaml"));
        assertEquals("80-ipsec-worker-extensions", annotation(wait, "ipsec-maven.github.io/await-1"));
        assertEquals("99-storage-ipsec-certs", annotation(wait, "ipsec-maven.github.io/await-2"));
        assertEquals("99-storage-ipsec-import", annotation(wait, "ipsec-maven.github.io/await-3"));
        assertEquals(Set.of("apiVersion", "kind", "metadata"), wait.keySet());
    }

    private static boolean isLiveConnection(Map<String, Object> object) {
        return object.get("kind").equals("NodeNetworkConfigurationPolicy") && !object.toString().contains("state=absent");
    }

    private static int wave(Map<String, Object> object) {
        return Integer.parseInt(annotation(object, "argocd.argoproj.io/sync-wave"));
    }

    private static String annotation(Map<String, Object> object, String key) {
        Object value = Yaml.map(Yaml.map(object.get("metadata")).get("annotations")).get(key);
        return value == null ? "" : (String) value;
    }

    private static Set<String> names(String built) {
        Set<String> names = new TreeSet<>();
        Yaml.parseAll(built).forEach(object ->
                names.add(object.get("kind") + " " + Yaml.map(object.get("metadata")).get("name")));
        return names;
    }
}
