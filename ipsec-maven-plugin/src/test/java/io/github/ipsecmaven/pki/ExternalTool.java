package io.github.ipsecmaven.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs a real tool in a folder, or skips the test where it is missing. */
public final class ExternalTool {
    /** Exit code and everything that was printed. */
    public record Outcome(int exitCode, String output) {
    }

    private ExternalTool() {
    }

    /** Skips the test unless {@code tool} is on the path; {@code debianPackage} tells what to install. */
    public static void require(String tool, String debianPackage) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return;
            }
        }
        Assumptions.abort("needs " + tool + ": install " + debianPackage);
    }

    /** Runs a command without input. */
    public static Outcome run(Path folder, String... command) {
        try {
            var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command[0] + " does not end");
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that must succeed. */
    public static String succeed(Path folder, String... command) {
        var outcome = run(folder, command);
        Assertions.assertEquals(0, outcome.exitCode(), () -> String.join(" ", command) + ": " + outcome.output());
        return outcome.output();
    }
}
