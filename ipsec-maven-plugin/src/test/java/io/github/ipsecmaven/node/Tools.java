package io.github.ipsecmaven.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs the command line tools that these tests need, and skips a test where one is missing. */
final class Tools {

    /** What a command left behind: its exit code, and its output and errors as one text. */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Tools() {
    }

    /** Skips the calling test unless every tool is installed and a private root can be made. */
    static void assumePrivateRoot() {
        assumeInstalled("certutil", "libnss3-tools");
        assumeInstalled("pk12util", "libnss3-tools");
        assumeInstalled("openssl", "openssl");
        assumeInstalled("unshare", "util-linux");
        assumeInstalled("flock", "util-linux");
        assumeInstalled("hostname", "hostname");
        Assumptions.assumeTrue(run("unshare", "--map-root-user", "--mount", "--uts", "true").succeeded(),
                "the kernel allows no private mounts here: run as root, or allow unprivileged user namespaces");
    }

    static void assumeInstalled(String tool, String debianPackage) {
        var found = Arrays.stream("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin".split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
        Assumptions.assumeTrue(found, tool + " is not installed: apt-get install " + debianPackage);
    }

    /** Runs a command to its end, with nothing on its standard input. */
    static Result run(String... command) {
        return run(List.of(command));
    }

    static Result run(List<String> command) {
        try {
            var process = start(command);
            try (InputStream output = process.getInputStream()) {
                var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new Result(process.waitFor(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that must succeed, and gives its output. */
    static String must(String... command) {
        var result = run(command);
        if (!result.succeeded()) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result.output());
        }
        return result.output();
    }

    /** The moment between two looks at what is awaited. */
    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
    }
}
