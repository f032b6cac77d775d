package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample hook that refuses keys, in a real repository. */
class RefuseKeysTest {

    private static final Path HOOK = Path.of("..", "samples", "pipelines", "refuse-keys");

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodes:
              worker-0: {address: worker-0.prod.example.com, bundle: certs/worker-0.p12}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport}
            """;

    @TempDir
    private Path folder;

    @Test
    void shellcheckAcceptsIt() {
        RealTool.of("shellcheck", "install shellcheck").assumePresent().run(HOOK.toString()).outOfSuccess();
    }

    @Test
    void keysInClearAreRefusedAndEncryptedOnesPass() throws Exception {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("certs/worker.key", PemWriter.write(CraftedKeys.rsa(3072, 1).getPrivate()));
        refused.put("keys.txt", ("# mine\n" + AgeKeys.make().identity() + "\n").getBytes(StandardCharsets.US_ASCII));
        refused.put("a bundle with blanks.p12", LabKeys.bundle("worker-0.p12"));
        refused.put("guarded.p12", LabKeys.bundle("guarded.p12"));
        refused.put("manifest.yaml", certs(SPEC));
        Map<String, byte[]> passed = new LinkedHashMap<>();
        passed.put("ca.pem", Files.readAllBytes(Path.of("src/test/resources/lab/ca.pem")));
        passed.put("manifest.yaml", certs(SPEC + "encryption: {sops: {age: [" + AgeKeys.make().recipient() + "]}}\n"));
        GitRepository git = GitRepository.init(Files.createDirectory(folder.resolve("git")));
        for (Map.Entry<String, byte[]> file : refused.entrySet()) {
            RealTool.Result commit = commit(git, file.getKey(), file.getValue());
            assertNotEquals(0, commit.exit(), file.getKey());
            assertTrue(commit.err().contains(file.getKey() + " holds a "), commit.err());
            git.git("rm", "--quiet", "--force", "--cached", file.getKey());
        }
        for (Map.Entry<String, byte[]> file : passed.entrySet()) {
            assertEquals(0, commit(git, file.getKey(), file.getValue()).exit(), file.getKey());
        }
        git.git("config", "ipsec.bundles", "protected");
        assertEquals(0, commit(git, "guarded.p12", LabKeys.bundle("guarded.p12")).exit());
    }

    /** The object with the bundle, as the spec has it written. */
    private byte[] certs(String spec) throws Exception {
        ConfigRepository repository = ConfigRepository.with(Files.createTempDirectory(folder, "spec"), spec);
        repository.fleet().generate().changes().orElseThrow();
        return repository.tree().entrySet().stream().filter(file -> file.getKey().endsWith("-ipsec-certs.yaml"))
                .findFirst().orElseThrow().getValue().getBytes(StandardCharsets.ISO_8859_1);
    }

    private RealTool.Result commit(GitRepository git, String name, byte[] content) throws Exception {
        Path file = git.folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Path hook = git.folder().resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.write(hook, Files.readAllBytes(HOOK));
        assertTrue(hook.toFile().setExecutable(true));
        git.git("add", "--", name);
        return git.run("commit", "--quiet", "--message", "A change");
    }
}
