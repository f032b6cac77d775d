package io.github.ipsecmaven.tree;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A run in a process of its own, which a test can kill. */
final class OtherJvm implements AutoCloseable {

    private static final int FILES = 120;

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param task {@code loop}, {@code hold} or {@code try} */
    static OtherJvm start(String task, Path root) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                OtherJvm.class.getName(),
                task,
                root.toString());
        return new OtherJvm(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Not the whole class path of the tests: what runs there needs only our classes, and starts faster. */
    private static String classPath() {
        return location(OutputFolder.class) + File.pathSeparator + location(OtherJvm.class);
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String readLine() throws IOException {
        return output.readLine();
    }

    /** Kills the process as {@code kill -9} does, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** One of two big trees, which share some files and differ in others. */
    static List<TreeFile> tree(String name) {
        var files = new ArrayList<TreeFile>();
        for (int i = 0; i < FILES; i++) {
            var path = "d" + i % 20 + "/f" + i;
            switch (i % 4) {
                case 0 -> files.add(Trees.file(path, "same in both"));
                case 1 -> files.add(Trees.file(path + "-" + name, "only in " + name));
                case 2 -> files.add(Trees.file(path, name.repeat(1 + i * 20)));
                default -> files.add(
                        name.equals("a") ? Trees.file("x" + i, "file") : Trees.script("x" + i + "/y", "directory"));
            }
        }
        return files;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = OutputFolder.at(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "loop" -> loop(folder);
            case "hold" -> {
                try (var session = folder.open(Duration.ZERO)) {
                    System.out.println("held, undone: " + session.undone());
                    System.in.read();
                }
            }
            default -> {
                try (var session = folder.open(Duration.ZERO)) {
                    System.out.println("free, undone: " + session.undone());
                } catch (BusyException e) {
                    System.out.println("busy");
                }
            }
        }
    }

    private static void loop(OutputFolder folder) throws IOException {
        var a = tree("a");
        var b = tree("b");
        var owned = new HashSet<>(Trees.paths(a));
        owned.addAll(Trees.paths(b));
        System.out.println("ready");
        for (int run = 0; ; run++) {
            try (var session = folder.open(Duration.ZERO)) {
                session.write(run % 2 == 0 ? b : a, owned);
            }
        }
    }
}
