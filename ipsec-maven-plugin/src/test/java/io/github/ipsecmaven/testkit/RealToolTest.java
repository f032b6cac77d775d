package io.github.ipsecmaven.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@Isolated("a system property says where the tool is")
class RealToolTest {

    private static final String NAMED = "tool.the-java-of-this-test";

    @TempDir
    Path folder;

    @BeforeEach
    void nameTheJavaThatRunsUs() {
        System.setProperty(NAMED, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(NAMED);
    }

    @Test
    void outputErrorsAndExitAreKeptApart() throws IOException {
        var result = java().run(program("System.out.print(\"o\u00e9\"); System.err.print(\"e\"); System.exit(3);"));
        assertEquals(new RealTool.Result(3, "o\u00e9", "e"), result);
        assertThrows(AssertionFailedError.class, result::outOfSuccess);
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws IOException {
        var result = java().run(folder, program("System.out.print(String.join(\"|\", args));"), "a b", "$HOME", "*");
        assertEquals("a b|$HOME|*", result.outOfSuccess());
    }

    @Test
    void standardInputIsEmpty() throws IOException {
        assertEquals("-1", java().run(program("System.out.print(System.in.read());")).outOfSuccess());
    }

    @Test
    void aProgramThatDoesNotEndIsKilled() throws IOException {
        var endless = program("Thread.sleep(Long.MAX_VALUE);");
        var java = java();
        var ended = assertThrows(IllegalStateException.class, () -> java.run(Duration.ofMillis(500), folder, endless));
        assertTrue(ended.getMessage().contains("has not ended"), ended.getMessage());
    }

    @Test
    void aMissingToolSkipsTheTestAndSaysWhatToInstall() {
        var missing = RealTool.of("no-such-tool", "install no-such-package");
        var skipped = assertThrows(TestAbortedException.class, () -> missing.assumePresent(false));
        assertTrue(skipped.getMessage().contains("install no-such-package"), skipped.getMessage());
        assertThrows(IllegalStateException.class, missing::run);
    }

    @Test
    void aMissingToolFailsTheTestUnderCi() {
        var missing = RealTool.of("no-such-tool", "install no-such-package");
        var failed = assertThrows(AssertionFailedError.class, () -> missing.assumePresent(true));
        assertTrue(failed.getMessage().contains("install no-such-package"), failed.getMessage());
    }

    @Test
    void aToolThatIsThereIsUsed() {
        var java = java();
        assertSame(java, java.assumePresent(true));
        assertNotEquals(0, java.run("--no-such-option").exit());
    }

    @Test
    void kustomizeBuildsAFolderAndRefusesAnUnknownKey() throws IOException {
        var kustomize = RealTool.kustomize().assumePresent();
        var file = folder.resolve("kustomization.yaml");
        Files.writeString(folder.resolve("namespace.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n");
        Files.writeString(file, "resources:\n- namespace.yaml\nsortOptions:\n  order: fifo\n");
        var built = Yaml.parseAll(kustomize.run(folder.toString()).outOfSuccess());
        assertEquals("Namespace", built.get(0).get("kind"));
        Files.writeString(file, "resource:\n- namespace.yaml\n");
        assertNotEquals(0, kustomize.run(folder.toString()).exit());
    }

    private static RealTool java() {
        return RealTool.of("the-java-of-this-test", "");
    }

    private String program(String body) throws IOException {
        var source = folder.resolve("Program.java");
        Files.writeString(source, "class Program { public static void main(String[] args) throws Exception { "
                + body.replace("\u00e9", "\\u00e9") + " } }");
        return source.toString();
    }
}
