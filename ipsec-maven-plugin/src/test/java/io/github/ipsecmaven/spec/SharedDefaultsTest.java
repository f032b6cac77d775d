package io.github.ipsecmaven.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDefaultsTest {

    private static final String DEFAULTS = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsecDefaults
            metadata: {name: shared}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            """;

    @TempDir
    private Path folder;

    private final SharedDefaults shared = new SharedDefaults();

    @Test
    void areReadOnceInARun() throws IOException {
        write("defaults.yaml", DEFAULTS + "mode: Full\n");
        ClusterSpec first = load("first");
        write("defaults.yaml", "edited meanwhile");
        ClusterSpec second = load("second");

        assertEquals(Mode.FULL, second.mode());
        assertTrue(first.sources().get(1) == second.sources().get(1));
    }

    @Test
    void tellEachSpecWhatIsWrongWithThem() throws IOException {
        write("defaults.yaml", DEFAULTS + "mode: Full\nmode: Full\n");

        assertEquals(List.of("IPSEC-L012"), ids("first"));
        assertEquals(List.of("IPSEC-L012"), ids("second"));
    }

    @Test
    void areNotWhereNoFileCanBe() throws IOException {
        write("spec.yaml", """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                extends: "defaults\\0.yaml"
                """);
        Diagnostics diagnostics = new Diagnostics();
        SpecLoader.load(folder.resolve("spec.yaml"), folder, shared, diagnostics);
        assertEquals("spec.yaml:3:10", diagnostics.all().get(0).position().toString());
        assertEquals("IPSEC-L031", diagnostics.all().get(0).rule());
    }

    private ClusterSpec load(String name) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        return SpecLoader.load(spec(name), folder, shared, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }

    private List<String> ids(String name) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SpecLoader.load(spec(name), folder, shared, diagnostics);
        return diagnostics.all().stream().map(Diagnostic::rule).toList();
    }

    private Path spec(String name) throws IOException {
        return write(name + ".yaml", """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: %s}
                extends: defaults.yaml
                """.formatted(name));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
