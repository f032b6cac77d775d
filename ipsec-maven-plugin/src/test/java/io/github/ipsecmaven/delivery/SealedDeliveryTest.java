package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.seal.SealedFile;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ClusterSchemas;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.KsopsPlugin;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.Tree;
import io.github.ipsecmaven.testkit.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted keys on their way: what each engine builds and decrypts is what it would build of a tree in clear. */
class SealedDeliveryTest {

    private static final AgeKeys ENGINE = AgeKeys.make();

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodeDefaults: {domain: prod.example.com, bundle: "certs/{node}.p12"}
            nodes:
              worker-0: {}
              worker-1: {pool: master}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport}
            delivery:
              argocd: {repoURL: https://git.example.com/net/ipsec.git}
              flux: {sourceRef: ipsec, decryptionSecret: ipsec-age}
            """;

    @TempDir
    private static Path folder;

    private static ConfigRepository repository;

    /** What kustomize makes of the whole tree in clear, by kind and name. */
    private static Map<String, Map<String, Object>> clear;

    @BeforeAll
    static void generate() throws Exception {
        RealTool kustomize = RealTool.kustomize().assumePresent();
        repository = ConfigRepository.with(Files.createDirectory(folder.resolve("repository")), SPEC);
        repository.fleet().generate().changes().orElseThrow();
        clear = byName(kustomize.run(repository.output().resolve("clusters/east").toString()).outOfSuccess());
        Tree.replace(repository.output(), folder.resolve("nothing"));
        repository.spec(SPEC + "encryption: {sops: {age: [" + ENGINE.recipient() + "]}}\n");
        repository.fleet().generate().changes().orElseThrow();
    }

    @Test
    void argoCdBuildsTheSameObjectsWithKsops() throws Exception {
        RealTool kustomize = RealTool.of("kustomize", "run .ci/install-tools: the one inside kubectl runs no plugins")
                .assumePresent().with(KsopsPlugin.in(folder, ENGINE));
        var built = byName(kustomize.run(folder, "build", "--enable-alpha-plugins", "--enable-exec",
                repository.output().resolve("argocd/east").toString()).outOfSuccess());
        built.keySet().removeIf(name -> name.startsWith("MachineConfigPool "));
        assertEquals(clear, built);
    }

    @Test
    void fluxBuildsAndThenDecryptsTheSameObjects() throws Exception {
        RealTool kustomize = RealTool.kustomize().assumePresent();
        var built = byName(kustomize.run(repository.output().resolve("flux/east/10-nodes").toString()).outOfSuccess());
        assertTrue(built.get("MachineConfig 99-worker-ipsec-certs").containsKey("sops"));
        Map<String, Map<String, Object>> wanted = new TreeMap<>(clear);
        wanted.keySet().retainAll(built.keySet());
        for (String name : List.of("MachineConfig 99-worker-ipsec-certs", "MachineConfig 99-master-ipsec-certs")) {
            built.put(name, decryptedAsFluxDoes(built.get(name)));
        }
        assertEquals(wanted, built);
        assertEquals(5, built.size(), built.keySet().toString());
    }

    /** kustomize sorts the keys, so the MAC does not fit any more, and Flux does not check it; each value's own tag does. */
    private static Map<String, Object> decryptedAsFluxDoes(Map<String, Object> built) throws Exception {
        Path file = repository.output().resolve("clusters/east/10-nodes/sealed/"
                + Yaml.map(built.get("metadata")).get("name") + ".yaml");
        Map<String, Object> clearObject = SealedFile.of(Files.readAllBytes(file)).orElseThrow()
                .open(AgeIdentities.of(Map.of("SOPS_AGE_KEY", ENGINE.identity())));
        Map<String, Object> encrypted = Yaml.map(Yaml.read(file));
        assertEquals(encrypted, built, "the build changes no value");
        return clearObject;
    }

    @Test
    void theKustomizationOfTheNodesDecryptsAndTheOthersHaveNothingTo() {
        Path flux = repository.output().resolve("flux/east");
        Map<String, Object> nodes = Yaml.map(Yaml.read(flux.resolve("ipsec-nodes.yaml")).get("spec"));
        assertEquals(Map.of("provider", "sops", "secretRef", Map.of("name", "ipsec-age")), nodes.get("decryption"));
        assertEquals("./manifests/flux/east/10-nodes", nodes.get("path"));
        for (String other : List.of("ipsec-prepare", "ipsec-nmstate", "ipsec-connections")) {
            assertFalse(Yaml.map(Yaml.read(flux.resolve(other + ".yaml")).get("spec")).containsKey("decryption"), other);
        }
    }

    @Test
    void whatEnginesAreGivenIsAcceptedByTheSchemasOfItsKinds() throws Exception {
        ClusterSchemas schemas = ClusterSchemas.load();
        for (String name : List.of("ipsec-nodes.yaml", "ipsec-connections.yaml")) {
            assertEquals(List.of(), schemas.problems(Yaml.read(repository.output().resolve("flux/east/" + name))), name);
        }
    }

    @Test
    void whoDoesNotDecryptGetsNoKeyAndNothingElseIsMissing() throws Exception {
        RealTool kustomize = RealTool.kustomize().assumePresent();
        var neutral = byName(kustomize.run(repository.output().resolve("clusters/east").toString()).outOfSuccess());
        Map<String, Map<String, Object>> wanted = new TreeMap<>(clear);
        wanted.keySet().removeIf(name -> name.endsWith("-ipsec-certs"));
        assertEquals(wanted, neutral);
    }

    /** Each line of the page that a shell can run without a cluster is run. */
    @Test
    void theRunbookNamesTheFilesThatThereAre() throws Exception {
        String page = Files.readString(repository.output().resolve("clusters/east/runbook/keys.md"), StandardCharsets.UTF_8);
        for (String pool : List.of("worker", "master")) {
            String file = "10-nodes/sealed/99-" + pool + "-ipsec-certs.yaml";
            assertTrue(page.contains("sops decrypt " + file + " | oc apply"), page);
            assertTrue(Files.exists(repository.output().resolve("clusters/east").resolve(file)));
        }
        assertTrue(page.contains(ENGINE.recipient()));
    }

    private static Map<String, Map<String, Object>> byName(String built) {
        Map<String, Map<String, Object>> objects = new TreeMap<>();
        Yaml.parseAll(built).forEach(object ->
                objects.put(object.get("kind") + " " + Yaml.map(object.get("metadata")).get("name"), object));
        return objects;
    }
}
