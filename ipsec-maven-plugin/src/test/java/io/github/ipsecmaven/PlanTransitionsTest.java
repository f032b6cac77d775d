package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.Planning;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.plan.Author;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Summary;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What merging does, for every kind of change of every kind of object: the table {@code
 * src/test/resources/plan/transitions.yaml}. Both sides are compiled from a spec, the tree before may be edited, as
 * another release of the plugin or a person would; an effect that the table does not expect fails, too.
 */
class PlanTransitionsTest {

    private static final Path TABLE = Path.of("src/test/resources/plan/transitions.yaml");
    private static final Map<String, ClusterTree> COMPILED = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Map<String, Object> table;
    private static ConfigRepository repository;

    /** A row of the table, shown by its name. */
    record Transition(Map<String, Object> row) {

        @Override
        public String toString() {
            return (String) row.get("name");
        }
    }

    @BeforeAll
    static void makeARepository() throws Exception {
        table = Yaml.read(TABLE);
        repository = ConfigRepository.with(folder, "");
    }

    static Stream<Transition> transitions() {
        return Yaml.list(Yaml.read(TABLE).get("transitions")).stream().map(row -> new Transition(Yaml.map(row)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void hasTheExpectedEffects(Transition transition) throws Exception {
        Plan plan = plan(transition);
        List<String> expected = Yaml.list(transition.row().get("expect")).stream().map(String.class::cast).toList();
        assertEquals(expected.stream().map(line -> line.split(" <- ")[0]).collect(Collectors.joining("\n")),
                String.join("\n", described(plan)));
        for (int i = 0; i < plan.effects().size(); i++) {
            String source = plan.effects().get(i).source();
            String cited = expected.get(i).split(" <- ")[1];
            assertTrue(source.contains(cited), () -> cited + " is not where it is from, but " + source);
        }
        assertEquals(plan, plan(transition));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void doesNothingOnceItIsMerged(Transition transition) throws Exception {
        ClusterTree after = compile(transition, "after");
        Plan plan = Planning.of(after, files(after)).plan();
        assertTrue(plan.isEmpty() && plan.rollouts().isEmpty() && plan.certificates().isEmpty(), plan::toString);
        assertEquals(0, plan.otherFiles());
    }

    @Test
    void theOperatorThatBringsLibreswanMayWait() throws Exception {
        List<String> unknowns = plan(row("Disabled to External")).unknowns();
        assertTrue(unknowns.stream().anyMatch(unknown -> unknown.contains("ClusterOperator machine-config")), unknowns::toString);
    }

    @Test
    void aPausedPoolWaits() throws Exception {
        Plan plan = plan(row("paused pool"));
        assertEquals("pool worker waits to be resumed, 1 certificate changes, 1 tunnel is set up", Summary.of(plan));
        assertTrue(plan.interrupted().isEmpty(), plan::toString);
    }

    @Test
    void theTableIsLongEnough() {
        assertTrue(transitions().count() >= 40);
        assertFalse(transitions().map(Transition::toString).distinct().count() < transitions().count());
    }

    private static Transition row(String name) {
        return transitions().filter(row -> row.toString().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> described(Plan plan) {
        List<String> lines = new ArrayList<>();
        plan.effects().forEach(effect -> lines.add(described(effect)));
        plan.rollouts().forEach(rollout -> lines.add(described(rollout)));
        plan.certificates().forEach(change ->
                lines.add("certificate " + change.pool() + "/" + change.file() + " " + change.kind().label()));
        return lines;
    }

    private static String described(Effect effect) {
        return effect.impact().label() + " " + effect.subject().change().sign() + effect.subject().kind() + "/"
                + effect.subject().name() + described(effect.scope()) + (effect.author() == Author.PLUGIN ? " by the plugin" : "");
    }

    private static String described(Scope scope) {
        List<String> parts = new ArrayList<>();
        scope.pools().forEach(parts::add);
        scope.nodes().forEach(parts::add);
        scope.tunnels().forEach(tunnel -> parts.add(tunnel.toString()));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String described(Rollout rollout) {
        String times = rollout.times() == rollout.timesUnlessPaused() ? "" : " or " + rollout.timesUnlessPaused() + " times";
        return (rollout.paused() ? "paused pool " : "pool ") + rollout.pool() + (rollout.reboots()
                ? " reboots once" + times + (rollout.drain() ? "" : ", without a drain")
                : (rollout.drain() ? " drains: " : " does: ") + String.join(", ", rollout.actions()));
    }

    private static Plan plan(Transition transition) throws Exception {
        boolean first = transition.row().containsKey("first");
        SortedMap<String, byte[]> before = first ? new TreeMap<>() : files(compile(transition, "before"));
        for (Object edit : Yaml.list(transition.row().get("edit"))) {
            edit(before, Yaml.map(edit));
        }
        return Planning.of(compile(transition, "after"), before).plan();
    }

    private static SortedMap<String, byte[]> files(ClusterTree cluster) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        cluster.files().forEach(file -> files.put(file.path(), file.bytes()));
        return files;
    }

    private static void edit(SortedMap<String, byte[]> files, Map<String, Object> edit) {
        String path = "clusters/lab/" + edit.get("file");
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        String edited = text.replaceFirst(Pattern.quote((String) edit.get("replace")), (String) edit.get("with"));
        assertFalse(edited.equals(text), () -> path + " has no " + edit.get("replace"));
        files.put(path, edited.getBytes(StandardCharsets.UTF_8));
    }

    private static ClusterTree compile(Transition transition, String side) throws Exception {
        Map<String, Object> spec = merge(Yaml.map(table.get("spec")), Yaml.map(transition.row().get("both")));
        String text = text(merge(spec, Yaml.map(transition.row().get(side))));
        if (!COMPILED.containsKey(text)) {
            ConfigRepository start = text.contains("stage: finalise") ? migrating(text) : repository;
            Fleet.Planned planned = start.spec(text).fleet().plan(Optional.empty());
            requireNoErrors(planned.compiled());
            COMPILED.put(text, planned.clusters().get(0).cluster());
        }
        return COMPILED.get(text);
    }

    /** A repository in which the migration was rendered that a spec ends. */
    private static ConfigRepository migrating(String text) throws Exception {
        ConfigRepository own = ConfigRepository.with(folder.resolve("migration-" + COMPILED.size()), text
                .replace("stage: finalise", "stage: migrate").replace("cluster: 1354", "cluster: 1400"));
        requireNoErrors(own.fleet().generate().compiled());
        return own;
    }

    private static void requireNoErrors(Fleet.Compiled compiled) {
        assertFalse(compiled.diagnostics().hasErrors(), () -> compiled.diagnostics().all().toString());
    }

    private static String text(Map<String, Object> spec) {
        return new org.yaml.snakeyaml.Yaml().dump(spec);
    }

    /** A merge patch after RFC 7386. */
    private static Map<String, Object> merge(Map<String, Object> target, Map<String, Object> patch) {
        Map<String, Object> merged = new LinkedHashMap<>(target);
        patch.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else if (value instanceof Map<?, ?> child) {
                Map<String, Object> under = merged.get(key) instanceof Map<?, ?> map ? Yaml.map(map) : Map.of();
                merged.put(key, merge(under, Yaml.map(child)));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }
}
