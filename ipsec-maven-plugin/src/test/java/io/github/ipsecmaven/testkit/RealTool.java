package io.github.ipsecmaven.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real program that reads what we write. It is found on the PATH, or is the file that the system property
 * {@code tool.<name>} names, and is run without a shell.
 *
 * <p>A test starts with {@link #assumePresent()}: without the program it is skipped, and says what to install; under CI
 * (environment variable {@code CI=true}) it fails, unless the program is optional, because there nothing may be
 * skipped.
 */
public final class RealTool {

    /** What a run left behind; both streams as UTF-8. */
    public record Result(int exit, String out, String err) {

        /** The standard output of a run that had to succeed. */
        public String outOfSuccess() {
            Assertions.assertEquals(0, exit, err);
            return out;
        }
    }

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final String name;
    private final List<String> command;
    private final String install;
    private final boolean optional;
    private final Map<String, String> variables;

    private RealTool(String name, List<String> command, String install, boolean optional) {
        this(name, command, install, optional, Map.of());
    }

    private RealTool(
            String name, List<String> command, String install, boolean optional, Map<String, String> variables) {
        this.name = name;
        this.command = command;
        this.install = install;
        this.optional = optional;
        this.variables = variables;
    }

    /** The same program with these environment variables besides those of the tests. */
    public RealTool with(Map<String, String> furtherVariables) {
        return new RealTool(name, command, install, optional, furtherVariables);
    }

    /**
     * A program that CI has to have.
     *
     * @param install what to install to have it, for the message of a skipped test: {@code "install libnss3-tools"}
     */
    public static RealTool of(String name, String install) {
        return new RealTool(name, find(name).map(file -> List.of(file.toString())).orElse(List.of()), install, false);
    }

    /** {@code kustomize build} or, without a kustomize, {@code kubectl kustomize}: the argument is the folder. */
    public static RealTool kustomize() {
        List<String> command = find("kustomize").map(file -> List.of(file.toString(), "build"))
                .or(() -> find("kubectl").map(file -> List.of(file.toString(), "kustomize")))
                .orElse(List.of());
        return new RealTool("kustomize", command,
                "install kustomize 5 or a kubectl that embeds it (.ci/install-tools does)", false);
    }

    /** Optional: Debian does not carry it; its output is recorded in {@link ButaneCases}. */
    public static RealTool butane() {
        List<String> command = find("butane").map(file -> List.of(file.toString())).orElse(List.of());
        return new RealTool("butane", command, "install coreos/butane", true);
    }

    public boolean isPresent() {
        return !command.isEmpty();
    }

    /** Skips the calling test where the program is missing, or fails it where nothing may be skipped. */
    public RealTool assumePresent() {
        return assumePresent("true".equals(System.getenv("CI")));
    }

    RealTool assumePresent(boolean ci) {
        if (!isPresent()) {
            String missing =
                    name + " is not on the PATH: " + install + ", or name its file with -Dtool." + name + "=FILE";
            if (ci && !optional) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        return this;
    }

    /** Runs the program in the working folder of the tests, with an empty standard input. */
    public Result run(String... arguments) {
        return run(Path.of(""), arguments);
    }

    /**
     * Runs the program in a folder, with an empty standard input, and in the locale C so that messages are the same
     * everywhere.
     *
     * @throws IllegalStateException if it is missing, or has not ended after a minute; then it was killed
     */
    public Result run(Path folder, String... arguments) {
        return run(BOUND, folder, arguments);
    }

    /** Starts the program with these environment variables and no others, for a test that talks to it. */
    public Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Result run(Duration bound, Path folder, String... arguments) {
        if (!isPresent()) {
            throw new IllegalStateException(name + " is missing; a test calls assumePresent() first");
        }
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        try {
            // Files, not pipes: a pipe that nobody empties would stop the program.
            Path out = Files.createTempFile(name, ".out");
            Path err = Files.createTempFile(name, ".err");
            try {
                return run(bound, line, folder, out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(Duration bound, List<String> line, Path folder, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " has not ended after " + bound);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The file of a program, if there is one that can be run. */
    private static Optional<Path> find(String name) {
        String named = System.getProperty("tool." + name);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(path)
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
