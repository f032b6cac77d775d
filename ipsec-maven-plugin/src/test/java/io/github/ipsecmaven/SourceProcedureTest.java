package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.manifest.Manifests;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.pki.BundleSource;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemReader;
import io.github.ipsecmaven.runbook.Runbook;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.SpecLoader;
import io.github.ipsecmaven.testkit.ButaneCases;
import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.MachineConfigView;
import io.github.ipsecmaven.testkit.Yaml;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample that is the published procedure makes the published procedure's objects: the policies of its examples, the
 * network of its patches, and on the nodes what butane makes of its Butane files. What differs is in the site's table.
 */
class SourceProcedureTest {

    private static final Path SAMPLE = Path.of("..", "samples", "clusters", "source-procedure", "ipsec.yaml");

    /** The example of Full mode, and the prerequisite of external traffic. */
    private static final String NETWORK_PATCH = """
            {"spec": {"defaultNetwork": {"ovnKubernetesConfig": {
              "gatewayConfig": {"routingViaHost": true},
              "ipsecConfig": {"mode": "Full", "full": {"encapsulation": "Always"}}}}}}
            """;

    private static final String DISABLING_MERGE_PATCH = """
            {"spec": {"defaultNetwork": {"ovnKubernetesConfig": {"ipsecConfig": {"mode": "Disabled"}}}}}
            """;

    private static final String DISABLING_JSON_PATCH = """
            [{"op": "remove", "path": "/spec/defaultNetwork/ovnKubernetesConfig/ipsecConfig/full"},
            {"op": "replace", "path": "/spec/defaultNetwork/ovnKubernetesConfig/ipsecConfig/mode", "value": "Disabled"}]
            """;

    @TempDir
    private static Path temp;

    private static final Map<String, Compiled> COMPILED = new HashMap<>();

    private record Compiled(ClusterSpec spec, Release release, Credentials credentials) {}

    static List<String> cases() {
        return ButaneCases.names();
    }

    @ParameterizedTest
    @CsvSource({"ipsec-node1-host, transport", "ipsec-node2-host, tunnel"})
    void eachPolicyIsThePublishedExample(String ours, String example) throws Exception {
        assertEquals(example(example).get("spec"), object("NodeNetworkConfigurationPolicy", ours).get("spec"));
    }

    @Test
    void theNetworkIsThatOfThePatches() throws Exception {
        var patch = Yaml.parse(NETWORK_PATCH);
        assertEquals(patch.get("spec"), object("Network", "cluster").get("spec"));
        assertEquals(patch, Yaml.parse(runbook("4.19.0", "enable.merge-patch.json")));
    }

    @Test
    void thePatchesThatDisableAreThePublishedOnes() throws Exception {
        assertEquals(Yaml.parse("operations: " + DISABLING_JSON_PATCH),
                Yaml.parse("operations: " + runbook("4.19.0", "disable.json-patch.json").replace("\n", "\n  ")));
        var merge = runbook("4.19.0", "disable.merge-patch.json");
        assertTrue(merge.contains("\"full\": null"), merge);
        assertEquals(Yaml.parse(DISABLING_MERGE_PATCH),
                Yaml.parse(merge.replaceFirst(",\\s*\"full\": null", "")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNodesGetWhatButaneMadeWhereItPutIt(String name) throws Exception {
        var published = ButaneSource.view(Yaml.read(ButaneCases.output(name)));
        var files = new TreeMap<String, MachineConfigView.NodeFile>();
        var units = new TreeMap<String, MachineConfigView.Unit>();
        for (var object : machineConfigs(name)) {
            var ours = ButaneSource.view(object);
            assertEquals(published.labels(), ours.labels());
            files.putAll(ours.files());
            units.putAll(ours.units());
        }
        for (var file : published.files().values()) {
            var ours = files.get(file.path());
            assertEquals(file.mode(), ours.mode(), file.path());
            assertEquals(file.overwrite(), ours.overwrite(), file.path());
            if (file.path().startsWith("/etc/pki/certs/")) {
                assertEquals(file.contents(), ours.contents(), file.path());
            }
        }
        assertEquals(published.units().keySet(), units.keySet());
        for (var unit : published.units().values()) {
            var ours = units.get(unit.name());
            assertEquals(unit.enabled(), ours.enabled());
            assertEquals(before(unit), before(ours));
        }
    }

    @Test
    void whatDiffersIsExplainedAndWhatIsExplainedDiffers() throws Exception {
        var differences = new PublishedDifferences();
        for (String name : cases()) {
            differences.machineConfigs(Yaml.read(ButaneCases.output(name)), machineConfigs(name));
        }
        differences.object(example("transport"), object("NodeNetworkConfigurationPolicy", "ipsec-node1-host"));
        differences.object(example("tunnel"), object("NodeNetworkConfigurationPolicy", "ipsec-node2-host"));
        Map<String, Object> network = new HashMap<>(Yaml.parse(NETWORK_PATCH));
        network.putAll(Map.of("apiVersion", "operator.openshift.io/v1", "kind", "Network",
                "metadata", Map.of("name", "cluster")));
        differences.object(network, object("Network", "cluster"));
        differences.report("merge patch that disables", "ipsecConfig.full",
                !Yaml.parse(DISABLING_MERGE_PATCH).equals(Yaml.parse(runbook("4.19.0", "disable.merge-patch.json"))));
        assertEquals(PublishedDifferences.explained(), differences.found());
    }

    private static List<String> before(MachineConfigView.Unit unit) {
        return unit.contents().orElseThrow().lines().filter(line -> line.startsWith("Before=")).toList();
    }

    private static Map<String, Object> example(String name) throws Exception {
        try (InputStream in = SourceProcedureTest.class.getResourceAsStream("/source/" + name + ".yaml")) {
            return Yaml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> object(String kind, String name) throws Exception {
        return objects("4.19.0").stream().filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .map(SourceProcedureTest::read).findFirst().orElseThrow();
    }

    /** Ours of the role and the release that are in a case's name. */
    private static List<Map<String, Object>> machineConfigs(String name) throws Exception {
        String role = name.split("-")[2];
        var found = objects(name.split("-")[3]).stream()
                .filter(object -> object.kind().equals("MachineConfig") && object.name().startsWith("99-" + role + "-"))
                .map(SourceProcedureTest::read).toList();
        assertEquals(2, found.size());
        return found;
    }

    private static Map<String, Object> read(Manifest manifest) {
        return Yaml.parse(new String(ManifestYaml.bytes("", manifest.body()), StandardCharsets.UTF_8));
    }

    private static String runbook(String release, String file) throws Exception {
        var compiled = compile(release);
        return Runbook.of(compiled.spec(), compiled.release(), compiled.credentials()).stream()
                .filter(entry -> entry.path().equals("runbook/" + file)).map(TreeFile::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)).findFirst().orElseThrow();
    }

    private static List<Manifest> objects(String release) throws Exception {
        var compiled = compile(release);
        return Manifests.objects(compiled.spec(), compiled.release(), compiled.credentials());
    }

    private static Compiled compile(String release) throws Exception {
        if (!COMPILED.containsKey(release)) {
            var spec = load(release);
            COMPILED.put(release,
                    new Compiled(spec, Releases.of(Version.parse(release)).orElseThrow(), credentials(spec)));
        }
        return COMPILED.get(release);
    }

    private static ClusterSpec load(String release) throws Exception {
        Path file = temp.resolve("ipsec.yaml");
        Files.writeString(file, Files.readString(SAMPLE).replace("\"4.19.0\"", "\"" + release + "\""));
        var diagnostics = new Diagnostics();
        var spec = SpecLoader.load(file, temp, diagnostics).orElseThrow();
        assertEquals(List.of(), diagnostics.all());
        assertEquals(release, spec.cluster().openshift());
        return spec;
    }

    /**
     * The recorded files. The recorded bundle is random bytes, which nothing opens: what would be inside is that of the
     * lab's bundle.
     */
    private static Credentials credentials(ClusterSpec spec) throws Exception {
        Path files = ButaneCases.filesIn(Files.createTempDirectory(temp, "files"));
        var content = BundleReader.read(LabKeys.bundle("left_server.p12"), new char[0]);
        Map<BundleRef, OpenedBundle> bundles = new LinkedHashMap<>();
        for (BundleRef reference : spec.bundles()) {
            Path path = files.resolve("left_server.p12");
            bundles.put(reference, new OpenedBundle(reference, path, Files.readAllBytes(path),
                    new BundleSource("", Optional.empty(), Optional.empty()), content));
        }
        byte[] ca = Files.readAllBytes(files.resolve("ca.pem"));
        return new Credentials(
                List.of(new AnchorFile(spec.anchors().get(0), ca, PemReader.read(ca))), bundles, List.of());
    }
}
