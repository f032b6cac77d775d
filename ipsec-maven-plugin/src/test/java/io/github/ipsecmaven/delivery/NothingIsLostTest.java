package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.LifeCycle;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each engine syncs each commit of the lives in {@link LifeCycle} to a model of a cluster: nothing goes but what was
 * taken back before, no field of a shared object vanishes unasked, and what others have stated stays.
 */
class NothingIsLostTest {

    private static final Pattern STAGES = Pattern.compile("clusters/[^/]+/(00-prepare|10-nodes|20-connections)/(.+)\\.yaml");
    private static final Pattern PATCH = Pattern.compile("-p '(\\{.*})'");

    static Stream<Path> lives() throws IOException {
        return LifeCycle.all();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void argoCd(Path life) {
        ModelCluster cluster = new ModelCluster();
        Map<String, Map<String, Object>> tracked = Map.of();
        LifeCycle.Commit last = null;
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            Map<String, Map<String, Object>> objects = new LinkedHashMap<>(objects(commit));
            commit.tree().forEach((path, text) -> {
                if (path.matches("argocd/[^/]+/wait-.*")) {
                    put(text, objects);
                }
            });
            applyAll(objects, cluster);
            for (Map.Entry<String, Map<String, Object>> gone : missing(tracked, objects).entrySet()) {
                if (!annotation(gone.getValue(), "argocd.argoproj.io/sync-options").contains("Prune=false")) {
                    assertMayGo(gone.getKey(), gone.getValue(), last);
                    cluster.delete(gone.getKey());
                }
            }
            assertAskedFor(last, commit);
            assertTrue(cluster.othersAreWhole(), commit.spec().toString());
            tracked = objects;
            last = commit;
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void flux(Path life) {
        ModelCluster cluster = new ModelCluster();
        LifeCycle.Commit last = null;
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            Map<String, Map<String, Object>> objects = objects(commit);
            applyAll(objects, cluster);
            Map<String, Map<String, Object>> before = last == null ? Map.of() : objects(last);
            Set<String> stages = stages(commit);
            for (Map.Entry<String, Map<String, Object>> gone : missing(before, objects).entrySet()) {
                // A stage that is not there any more has no Kustomization, and that orphans what it applied.
                if (stages.contains(stageOf(gone.getKey(), last))
                        && !annotation(gone.getValue(), "kustomize.toolkit.fluxcd.io/prune").equals("disabled")) {
                    assertMayGo(gone.getKey(), gone.getValue(), last);
                    cluster.delete(gone.getKey());
                }
            }
            assertTrue(cluster.othersAreWhole(), commit.spec().toString());
            last = commit;
        }
    }

    /** A tree that is lost, by a merge gone wrong or a path that leads nowhere, deletes nothing that lives. */
    @ParameterizedTest
    @MethodSource("lives")
    void anEmptyTreeTakesNothingAway(Path life) {
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            objects(commit).forEach((id, object) -> {
                boolean kept = annotation(object, "argocd.argoproj.io/sync-options").contains("Prune=false")
                        && annotation(object, "kustomize.toolkit.fluxcd.io/prune").equals("disabled");
                if (!kept) {
                    assertMayGo(id, object, commit);
                }
            });
        }
    }

    /** The answer for every owner of {@code full}: the network operator has taken it over, and the sync is refused. */
    @ParameterizedTest
    @MethodSource("lives")
    void whereTheNetworkOperatorOwnsFullTooThePrintedCommandMakesTheSyncPass(Path life) {
        ModelCluster cluster = new ModelCluster();
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            Map<String, Object> network = objects(commit).get(ModelCluster.NETWORK);
            if (!cluster.apply(network)) {
                cluster.patchNetwork(command("IPSEC-G011", commit.findings()));
                assertTrue(cluster.apply(network), commit.spec().toString());
                assertEquals(ModelCluster.fields(network).get(ModelCluster.IPSEC + "mode"),
                        cluster.live(ModelCluster.NETWORK).get(ModelCluster.IPSEC + "mode"));
            }
            cluster.operatorTakesOver(ModelCluster.IPSEC + "full");
            assertTrue(cluster.othersAreWhole(), commit.spec().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void advancedClusterManagementWithThePrintedCommands(Path life) {
        ModelCluster cluster = new ModelCluster();
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            for (Map<String, Object> object : objects(commit).values()) {
                boolean exact = Set.of("MachineConfig", "NodeNetworkConfigurationPolicy").contains((String) object.get("kind"));
                boolean done = exact ? cluster.apply(object) : cluster.add(object);
                if (ModelCluster.id(object).equals(ModelCluster.NETWORK)) {
                    for (Map<String, Object> patch : commands("IPSEC-D006", commit.findings())) {
                        cluster.patchNetwork(patch);
                    }
                    assertTrue(done || cluster.add(object), commit.spec().toString());
                }
                if (!ModelCluster.id(object).equals(ModelCluster.POLICY)) {
                    Map<String, Object> live = new TreeMap<>(cluster.live(ModelCluster.id(object)));
                    live.keySet().removeIf(path -> path.matches("spec/(serviceNetwork|defaultNetwork/type)")
                            || path.endsWith("/genevePort") || path.endsWith("/routingViaHost"));
                    Map<String, Object> stated = ModelCluster.fields(object);
                    stated.keySet().removeIf(path -> path.endsWith("/routingViaHost"));
                    assertEquals(stated, live, commit.spec().toString());
                }
            }
            assertTrue(cluster.othersAreWhole(), commit.spec().toString());
        }
    }

    private static void applyAll(Map<String, Map<String, Object>> objects, ModelCluster cluster) {
        objects.values().forEach(object -> assertTrue(cluster.apply(object), object.toString()));
    }

    /** Only a tombstone that has been applied, or the MachineConfig of a purged pool or an absent guard, may be deleted. */
    private static void assertMayGo(String id, Map<String, Object> object, LifeCycle.Commit last) {
        if (id.startsWith("NodeNetworkConfigurationPolicy ")) {
            String state = object.get("spec").toString();
            assertTrue(state.contains("state=absent") || !state.contains("libreswan") && !state.contains("offload=false"), id);
        } else {
            assertTrue(id.startsWith("MachineConfig "), id);
            String name = id.substring("MachineConfig ".length());
            boolean purged = Yaml.map(inventory(last).get("pools")).values().stream().map(Yaml::map)
                    .anyMatch(pool -> pool.get("state").equals("purge")
                            && (name.equals(pool.get("importConfig")) || name.equals(pool.get("certsConfig"))));
            boolean freed = name.endsWith("-ipsec-guard") && Yaml.map(inventory(last).get("guards"))
                    .get(name.replaceAll("^99-|-ipsec-guard$", "")).equals(List.of());
            assertTrue(purged || freed, id);
        }
    }

    /** A field of a shared object goes only where its meaning has been given up, in this commit or before. */
    private static void assertAskedFor(LifeCycle.Commit last, LifeCycle.Commit commit) {
        if (last == null) {
            return;
        }
        Map<String, Object> before = ModelCluster.fields(objects(last).get(ModelCluster.NETWORK));
        Map<String, Object> now = ModelCluster.fields(objects(commit).get(ModelCluster.NETWORK));
        Map<String, Object> gone = new TreeMap<>(before);
        gone.keySet().removeAll(now.keySet());
        gone.forEach((path, value) -> {
            if (path.startsWith(ModelCluster.IPSEC + "full")) {
                assertFalse("Full".equals(now.get(ModelCluster.IPSEC + "mode")), commit.spec() + " " + path);
            } else if (path.startsWith("spec/migration/mtu/")) {
                assertEquals(before.get("spec/migration/mtu/network/to"),
                        now.get("spec/defaultNetwork/ovnKubernetesConfig/mtu"), commit.spec().toString());
            } else {
                assertTrue(path.endsWith("/gatewayConfig/routingViaHost"), commit.spec() + " " + path);
                assertEquals(false, value, commit.spec() + " " + path);
            }
        });
        if (objects(last).containsKey(ModelCluster.POLICY) && !objects(commit).containsKey(ModelCluster.POLICY)) {
            assertFalse(ModelCluster.fields(objects(last).get(ModelCluster.POLICY)).keySet().stream()
                    .anyMatch(path -> path.contains("{")), commit.spec().toString());
        }
    }

    private static Map<String, Object> command(String rule, List<Diagnostic> findings) {
        List<Map<String, Object>> commands = commands(rule, findings);
        assertEquals(1, commands.size(), findings.toString());
        return commands.get(0);
    }

    private static List<Map<String, Object>> commands(String rule, List<Diagnostic> findings) {
        List<Map<String, Object>> patches = new ArrayList<>();
        for (Diagnostic finding : findings) {
            Matcher patch = PATCH.matcher(finding.mend());
            if (finding.rule().equals(rule) && patch.find()) {
                patches.add(Yaml.parseAll(patch.group(1)).get(0));
            }
        }
        return patches;
    }

    /** The objects that a cluster's tree holds, in the order of its stages. */
    private static Map<String, Map<String, Object>> objects(LifeCycle.Commit commit) {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        commit.tree().forEach((path, text) -> {
            Matcher stage = STAGES.matcher(path);
            if (stage.matches() && !stage.group(2).equals("kustomization")) {
                put(text, objects);
            }
        });
        return objects;
    }

    private static void put(String text, Map<String, Map<String, Object>> objects) {
        Map<String, Object> object = Yaml.parseAll(text).get(0);
        objects.put(ModelCluster.id(object), object);
    }

    private static Set<String> stages(LifeCycle.Commit commit) {
        Set<String> stages = new HashSet<>();
        commit.tree().keySet().forEach(path -> {
            Matcher stage = STAGES.matcher(path);
            if (stage.matches()) {
                stages.add(stage.group(1));
            }
        });
        return stages;
    }

    private static String stageOf(String id, LifeCycle.Commit commit) {
        return commit.tree().entrySet().stream().filter(file -> {
            Matcher stage = STAGES.matcher(file.getKey());
            return stage.matches() && !stage.group(2).equals("kustomization")
                    && ModelCluster.id(Yaml.parseAll(file.getValue()).get(0)).equals(id);
        }).map(file -> file.getKey().split("/")[2]).findFirst().orElseThrow();
    }

    private static Map<String, Object> inventory(LifeCycle.Commit commit) {
        return commit.tree().entrySet().stream().filter(file -> file.getKey().matches("clusters/[^/]+/inventory.yaml"))
                .map(file -> Yaml.parseAll(file.getValue()).get(0)).findFirst().orElseThrow();
    }

    private static Map<String, Map<String, Object>> missing(
            Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> now) {
        Map<String, Map<String, Object>> missing = new TreeMap<>(before);
        missing.keySet().removeAll(now.keySet());
        return missing;
    }

    private static String annotation(Map<String, Object> object, String key) {
        Object annotations = Yaml.map(object.get("metadata")).get("annotations");
        Object value = annotations == null ? null : Yaml.map(annotations).get(key);
        return value == null ? "" : (String) value;
    }
}
