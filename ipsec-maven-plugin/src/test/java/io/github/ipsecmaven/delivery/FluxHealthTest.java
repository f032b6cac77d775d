package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import io.github.ipsecmaven.testkit.Yaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The emitted expressions, evaluated in the order of Flux ({@code runtime/cel/status_evaluator.go} of fluxcd/pkg). */
class FluxHealthTest {

    private static final List<String> ORDER = List.of("inProgress", "failed", "current");

    private static final CelCompiler COMPILER = compiler();

    private static SampleFleet fleet;

    @BeforeAll
    static void compile() throws Exception {
        fleet = SampleFleet.get();
    }

    static Stream<RecordedStatus> judged() {
        return RecordedStatus.all().stream().filter(status -> !status.flux().equals("none"));
    }

    @ParameterizedTest
    @MethodSource("judged")
    void aStatusIsWhatItMeans(RecordedStatus status) throws Exception {
        assertEquals(status.flux(), state(expressions(status.kind()), status.object()));
    }

    @Test
    void noExpressionIsTrueOnEmptyLists() throws Exception {
        for (String kind : List.of("MachineConfigPool", "Network", "NodeNetworkConfigurationPolicy", "Subscription")) {
            Map<String, Object> expressions = expressions(kind);
            for (String name : ORDER) {
                if (expressions.containsKey(name)) {
                    assertEquals(false, value((String) expressions.get(name), Map.of(
                            "metadata", Map.of("name", "worker"),
                            "spec", Map.of("configuration", Map.of("name", "rendered-worker-1")),
                            "status", Map.of("conditions", List.of(), "configuration",
                                    Map.of("name", "rendered-worker-1", "source", List.of())))), kind + " " + name);
                }
            }
        }
    }

    @Test
    void everyPoolThatIsCheckedIsKnownToTheExpression() throws Exception {
        for (String cluster : fleet.clusters()) {
            Map<String, Object> spec = spec("flux/" + cluster + "/ipsec-nodes.yaml");
            for (Object check : Yaml.list(spec.get("healthChecks"))) {
                Map<String, Object> object = Yaml.map(check);
                if (object.get("kind").equals("MachineConfigPool")) {
                    Map<String, Object> expressions = find(spec, "MachineConfigPool");
                    assertEquals(false, value((String) expressions.get("current"), Map.of(
                            "metadata", Map.of("name", object.get("name")),
                            "spec", Map.of("configuration", Map.of("name", "a")),
                            "status", Map.of("conditions", List.of(Map.of("type", "Updated", "status", "True")),
                                    "configuration", Map.of("name", "a", "source", List.of())))));
                }
            }
        }
    }

    private static String state(Map<String, Object> expressions, Map<String, Object> object) throws Exception {
        Object observed = Yaml.map(object.get("status")).get("observedGeneration");
        if (observed != null && !observed.equals(Yaml.map(object.get("metadata")).get("generation"))) {
            return "inProgress";
        }
        for (String name : ORDER) {
            if (expressions.containsKey(name)) {
                Object value = value((String) expressions.get(name), object);
                if (value instanceof CelUnknownSet) {
                    return "unknown";
                }
                if (Boolean.TRUE.equals(value)) {
                    return name;
                }
            }
        }
        return "inProgress";
    }

    private static Object value(String expression, Map<String, Object> object) throws Exception {
        return CelRuntimeFactory.standardCelRuntimeBuilder().build()
                .createProgram(COMPILER.compile(expression).getAst()).eval(object);
    }

    private static Map<String, Object> expressions(String kind) {
        return Stream.of("ipsec-prepare", "ipsec-nodes", "ipsec-connections")
                .map(name -> spec("flux/three-nodes/" + name + ".yaml"))
                .filter(spec -> Yaml.list(spec.get("healthCheckExprs")).stream()
                        .anyMatch(entry -> Yaml.map(entry).get("kind").equals(kind)))
                .map(spec -> find(spec, kind)).findFirst().orElseThrow();
    }

    private static Map<String, Object> find(Map<String, Object> spec, String kind) {
        return Yaml.list(spec.get("healthCheckExprs")).stream().map(Yaml::map)
                .filter(entry -> entry.get("kind").equals(kind)).findFirst().orElseThrow();
    }

    private static Map<String, Object> spec(String path) {
        return Yaml.map(Yaml.read(fleet.output().resolve(path)).get("spec"));
    }

    private static CelCompiler compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("metadata", SimpleType.DYN)
                .addVar("spec", SimpleType.DYN)
                .addVar("status", SimpleType.DYN)
                .build();
    }
}
