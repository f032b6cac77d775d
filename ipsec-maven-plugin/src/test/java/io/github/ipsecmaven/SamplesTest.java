package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.Fleet.Generated;
import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.seal.SealedFile;
import io.github.ipsecmaven.seal.UnreadableException;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.ClusterSchemas;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples, with keys of their own, as the programs see them that read our output. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "samples", "clusters");
    private static final ClusterSchemas SCHEMAS = ClusterSchemas.load();

    /** Takes the place of the first reader that a sample names. */
    private static final AgeKeys READER = AgeKeys.make();

    @TempDir
    private static Path temp;

    private static Generated generated;

    @BeforeAll
    static void makeKeysAndGenerate() throws Exception {
        List<Path> specs = new ArrayList<>();
        for (String sample : samples()) {
            Path spec = folder(sample).resolve("ipsec.yaml");
            Files.createDirectories(spec.getParent());
            String text = Files.readString(SAMPLES.resolve(sample).resolve("ipsec.yaml"));
            specs.add(Files.writeString(spec, text.replaceFirst("age1[0-9a-z]+", READER.recipient())));
        }
        var run = new Run(temp, temp.resolve("manifests"), Map.of(), Instant.now());
        var diagnostics = new Diagnostics();
        LabPki.of(run, specs, true, diagnostics).make();
        generated = new Fleet(run, specs).generate();
    }

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("ipsec.yaml")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void noSampleHasAnError() throws IOException {
        var found = generated.compiled().diagnostics();
        assertFalse(found.hasErrors(), () -> found.all().stream().map(CodeFrame::of).toList().toString());
        assertEquals(samples(), generated.compiled().clusters().stream().map(FleetMember::name).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyObjectIsOneThatAClusterAccepts(String sample) throws IOException {
        for (var object : objects(sample).entrySet()) {
            assertEquals(List.of(), SCHEMAS.problems(object.getValue()), object.getKey());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theRealKustomizeBuildsEachStageAndTheWholeAndLosesNothing(String sample) throws IOException {
        var kustomize = RealTool.kustomize().assumePresent();
        Set<Map<String, Object>> whole = new TreeSet<>(SamplesTest::byName);
        for (Path stage : stages(sample)) {
            var built = Yaml.parseAll(kustomize.run(stage.toString()).outOfSuccess());
            assertEquals(sorted(objectsIn(stage).values()), sorted(built), stage.toString());
            built.forEach(object -> assertEquals(List.of(), SCHEMAS.problems(object), stage.toString()));
            whole.addAll(built);
        }
        var built = Yaml.parseAll(kustomize.run(tree(sample).toString()).outOfSuccess());
        assertEquals(List.copyOf(whole), sorted(built));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theButaneSourcesMeanTheSameAsTheMachineConfigs(String sample) throws IOException {
        var sources = butaneSources(sample);
        assertEquals(machineConfigs(sample).keySet(), sources.keySet());
        for (var source : sources.entrySet()) {
            assertEquals(ButaneSource.view(machineConfigs(sample).get(source.getKey())),
                    ButaneSource.read(source.getValue(), folder(sample)), source.getKey());
        }
    }

    @Tag("optional-tool")
    @ParameterizedTest
    @MethodSource("samples")
    void theRealButaneMakesTheSameOfTheSources(String sample) throws IOException {
        var butane = RealTool.butane().assumePresent();
        for (var source : butaneSources(sample).entrySet()) {
            var made = butane.run("--strict", "--files-dir", folder(sample).toString(), source.getValue().toString());
            assertEquals(ButaneSource.view(machineConfigs(sample).get(source.getKey())),
                    ButaneSource.view(Yaml.parse(made.outOfSuccess())), source.getKey());
        }
    }

    /** The folder of the spec, which is butane's {@code --files-dir}. */
    private static Path folder(String sample) {
        return temp.resolve("clusters").resolve(sample);
    }

    private static Path tree(String sample) {
        return temp.resolve("manifests").resolve("clusters").resolve(sample);
    }

    private static List<Path> stages(String sample) throws IOException {
        try (Stream<Path> folders = Files.list(tree(sample))) {
            return folders.filter(folder -> Files.exists(folder.resolve("kustomization.yaml"))).sorted().toList();
        }
    }

    private static Map<String, Map<String, Object>> objects(String sample) throws IOException {
        Map<String, Map<String, Object>> objects = new TreeMap<>();
        for (Path stage : stages(sample)) {
            objects.putAll(objectsIn(stage));
        }
        return objects;
    }

    /** By file; the kustomization itself is none. */
    private static Map<String, Map<String, Object>> objectsIn(Path stage) throws IOException {
        Map<String, Map<String, Object>> objects = new TreeMap<>();
        try (Stream<Path> files = Files.list(stage)) {
            files.filter(file -> Files.isRegularFile(file) && !file.endsWith("kustomization.yaml"))
                    .forEach(file -> objects.put(file.toString(), Yaml.read(file)));
        }
        return objects;
    }

    private static Map<String, Map<String, Object>> machineConfigs(String sample) throws IOException {
        Map<String, Map<String, Object>> configs = new TreeMap<>();
        objects(sample).values().stream().filter(object -> object.get("kind").equals("MachineConfig"))
                .forEach(object -> configs.put(name(object), object));
        encrypted(sample).forEach(object -> configs.put(name(object), object));
        return configs;
    }

    /** The encrypted objects, opened. */
    private static List<Map<String, Object>> encrypted(String sample) throws IOException {
        Path folder = tree(sample).resolve("10-nodes/sealed");
        AgeIdentities reader = AgeIdentities.of(Map.of("SOPS_AGE_KEY", READER.identity()));
        List<Map<String, Object>> opened = new ArrayList<>();
        if (Files.exists(folder)) {
            for (Path file : objectsIn(folder).keySet().stream().map(Path::of).toList()) {
                try {
                    opened.add(SealedFile.of(Files.readAllBytes(file)).orElseThrow().open(reader));
                } catch (UnreadableException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return opened;
    }

    private static Map<String, Path> butaneSources(String sample) throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        Path review = tree(sample).resolve("review");
        if (Files.exists(review)) {
            try (Stream<Path> files = Files.list(review)) {
                files.filter(file -> file.toString().endsWith(".bu"))
                        .forEach(file -> sources.put(file.getFileName().toString().replaceFirst("\\.bu$", ""), file));
            }
        }
        return sources;
    }

    private static List<Map<String, Object>> sorted(Iterable<Map<String, Object>> objects) {
        List<Map<String, Object>> sorted = new ArrayList<>();
        objects.forEach(sorted::add);
        sorted.sort(SamplesTest::byName);
        return sorted;
    }

    private static int byName(Map<String, Object> one, Map<String, Object> other) {
        return (one.get("kind") + "/" + name(one)).compareTo(other.get("kind") + "/" + name(other));
    }

    private static String name(Map<String, Object> object) {
        return (String) Yaml.map(object.get("metadata")).get("name");
    }
}
