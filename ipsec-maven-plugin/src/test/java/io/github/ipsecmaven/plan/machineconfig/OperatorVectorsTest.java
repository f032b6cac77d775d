package io.github.ipsecmaven.plan.machineconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.openshift.Version;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The operator's own verdicts, computed by its functions of three releases: {@code
 * src/test/resources/plan/machineconfig/README.md}. A verdict that is not given for a release is that of 4.20.
 */
class OperatorVectorsTest {

    private static final Map<String, String> RELEASES = Map.of("release-4.17", "4.17", "release-4.20", "4.20", "main", "5.1");

    private static Map<?, ?> document;

    @BeforeAll
    static void read() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try (Reader reader = Files.newBufferedReader(Path.of("src/test/resources/plan/machineconfig/vectors.yaml"))) {
            document = new Yaml(new SafeConstructor(options)).load(reader);
        }
    }

    static Stream<String> releases() {
        return RELEASES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyVerdictIsTheOperators(String branch) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Map<?, ?> vector : Json.maps(document.get("cases"))) {
            Map<?, ?> differs = Json.map(vector.get("differs"));
            Map<?, ?> verdict = Json.map(differs.containsKey(branch) ? differs.get(branch) : vector.get("expect"));
            expected.add(vector.get("name") + ": " + described(verdict));
            found.add(vector.get("name") + ": " + described(verdict(vector, branch)));
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void noVectorIsMissing() {
        assertEquals(168, Json.list(document.get("cases")).size());
    }

    private static Verdict verdict(Map<?, ?> vector, String branch) {
        Release release = Releases.of(Version.parse(RELEASES.get(branch))).orElseThrow();
        String pool = String.valueOf(vector.get("pool"));
        return PoolUpdate.of(configs(vector, "old", pool), configs(vector, "new", pool), pool,
                DisruptionPolicy.of((Map<?, ?>) vector.get("policy")), release);
    }

    private static List<MachineConfig> configs(Map<?, ?> vector, String side, String pool) {
        List<MachineConfig> configs = new ArrayList<>();
        if (!Boolean.TRUE.equals(vector.get("withoutBase"))) {
            Map<?, ?> base = Json.map(document.get("base"));
            configs.add(MachineConfig.of(Json.map(base.get(pool.equals("master") ? "master" : "worker"))));
        }
        Json.maps(vector.get(side)).forEach(config -> configs.add(MachineConfig.of(config)));
        return configs;
    }

    private static Map<String, Object> described(Verdict verdict) {
        boolean computed = verdict.stage() == Verdict.Stage.WRITE || verdict.stage() == Verdict.Stage.DONE;
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("stage", verdict.stage().name().toLowerCase(Locale.ROOT));
        described.put("fails", verdict.error().isPresent());
        if (computed) {
            described.put("newRendered", verdict.newRendered());
            described.put("changedFiles", verdict.changedFiles());
            described.put("changedUnits", verdict.changedUnits());
            described.put("otherChanges", verdict.otherChanges());
            described.put("orderOnly", verdict.orderOnly());
            described.put("actions", verdict.actions().stream().map(Action::describe).toList());
            described.put("drain", verdict.drain());
        }
        return described;
    }

    private static Map<String, Object> described(Map<?, ?> expected) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("stage", expected.get("stage"));
        described.put("fails", expected.get("error") != null);
        if (expected.containsKey("newRendered")) {
            for (String key : List.of("newRendered", "changedFiles", "changedUnits", "otherChanges", "orderOnly")) {
                described.put(key, expected.get(key));
            }
            described.put("actions", Json.maps(expected.get("actions")).stream().map(OperatorVectorsTest::action).toList());
            described.put("drain", expected.get("drain"));
        }
        return described;
    }

    private static String action(Map<?, ?> action) {
        Map<?, ?> service = Json.map(action.containsKey("restart") ? action.get("restart") : action.get("reload"));
        return action.get("type") + (service.isEmpty() ? "" : " " + service.get("serviceName"));
    }
}
