package io.github.ipsecmaven.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build opens a bundle with is one choice, wherever its default was written. */
class PasswordChoiceTest {

    @TempDir
    private Path folder;

    @Test
    void aNodesOwnReplacesThatOfNodeDefaults() throws Exception {
        assertEquals(List.of("env A", "file f"), nodes("", """
                nodeDefaults: {bundle: "{node}.p12", password: {env: A, nodeFile: /etc/p}}
                nodes: {a: {}, b: {password: {file: f}}}
                """));
        assertEquals(List.of("file f", "env B"), nodes("", """
                nodeDefaults: {bundle: "{node}.p12", password: {file: f, nodeFile: /etc/p}}
                nodes: {a: {}, b: {password: {env: B}}}
                """));
    }

    @Test
    void aClustersOwnReplacesThatOfTheFileThatItExtends() throws Exception {
        assertEquals(List.of("file f", "env B"), nodes(
                "nodeDefaults: {bundle: \"{node}.p12\", password: {env: A, nodeFile: /etc/p}}\n", """
                nodeDefaults: {password: {file: f}}
                nodes: {a: {}, b: {password: {env: B}}}
                """));
    }

    @Test
    void aPoolsOwnReplacesThatOfTheFileThatItsClusterExtends() throws Exception {
        ClusterSpec spec = load("pools: {worker: {bundle: all.p12, password: {env: A, nodeFile: /etc/p}}}\n",
                "pools: {worker: {password: {file: f}}}\n");
        assertEquals("file f", shown(spec.pools().get(0).bundle()));
    }

    @Test
    void anEnvFileIsAFile() throws Exception {
        assertEquals(List.of("file $F"), nodes("", """
                nodeDefaults: {bundle: "{node}.p12", password: {env: A, nodeFile: /etc/p}}
                nodes: {a: {password: {file: {env: F}}}}
                """));
    }

    @Test
    void whatIsUnsetAboveStaysUnset() throws Exception {
        assertEquals(List.of("file f"), nodes(
                "nodeDefaults: {bundle: \"{node}.p12\", password: {env: A, nodeFile: /etc/p}}\n", """
                nodeDefaults: {password: {env: null, file: f}}
                nodes: {a: {}}
                """));
    }

    @Test
    void nothingElseReplacesEither() throws Exception {
        assertEquals(List.of("env A"), nodes("", """
                nodeDefaults: {bundle: "{node}.p12", password: {env: A}}
                nodes: {a: {password: {nodeFile: /etc/a}}}
                """));
    }

    @Test
    void bothInOnePlaceStayBoth() throws Exception {
        assertEquals(List.of("env A file f", "env B file g"), nodes("", """
                nodeDefaults: {bundle: "{node}.p12", password: {env: A, file: f, nodeFile: /etc/p}}
                nodes: {a: {}, b: {password: {env: B, file: g}}}
                """));
    }

    private List<String> nodes(String defaults, String cluster) throws IOException {
        return load(defaults, cluster).nodes().stream().map(node -> shown(node.bundle())).toList();
    }

    private static String shown(Optional<BundleRef> bundle) {
        Password password = bundle.orElseThrow().password();
        return (password.env().map(env -> "env " + env + " ").orElse("")
                + password.file().map(file -> "file " + file.shown()).orElse("")).strip();
    }

    private ClusterSpec load(String defaults, String cluster) throws IOException {
        Files.writeString(folder.resolve("defaults.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsecDefaults
                """ + defaults);
        Path spec = Files.writeString(folder.resolve("ipsec.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: east}
                extends: defaults.yaml
                cluster: {openshift: "4.20.11", platform: BareMetal}
                mode: External
                """ + cluster);
        Diagnostics diagnostics = new Diagnostics();
        return SpecLoader.load(spec, folder, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }
}
