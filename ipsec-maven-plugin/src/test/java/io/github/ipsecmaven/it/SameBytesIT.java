package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One spec gives the same bytes, and the same executable files, wherever and however Maven runs. */
class SameBytesIT {

    @TempDir
    private static Path temp;

    private static Path config;
    private static Map<String, String> expected;

    @BeforeAll
    static void generateOnce() throws Exception {
        config = ItRepository.in(temp.resolve("config"));
        expected = generate(RealMaven.in(config), "expected");
        assertFalse(expected.isEmpty());
    }

    @Test
    void inAnotherTimeZone() throws Exception {
        assertEquals(expected, generate(RealMaven.in(config).with("TZ", "Pacific/Kiritimati"), "zone"));
    }

    /** In Turkish, upper case of i is not I, and it is the language that finds every forgotten locale. */
    @Test
    void inAnotherLanguage() throws Exception {
        assertEquals(expected, generate(RealMaven.in(config).with("LC_ALL", "tr_TR.UTF-8")
                .with("MAVEN_OPTS", "-Duser.language=tr -Duser.country=TR"), "language"));
    }

    @Test
    void withAnotherDefaultEncoding() throws Exception {
        assertEquals(expected, generate(RealMaven.in(config).with("LC_ALL", "C")
                .with("MAVEN_OPTS", "-Dfile.encoding=ISO-8859-1"), "encoding"));
    }

    @Test
    void withAnotherUmask() throws Exception {
        assertEquals(expected, generate(RealMaven.in(config).umask("077"), "umask"));
    }

    @Test
    void inAnotherFolderWhoseFilesWereMadeInAnotherOrder() throws Exception {
        var copy = copyBackwards(temp.resolve("an other folder"));
        var elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        assertEquals(expected, generate(RealMaven.in(elsewhere), copy, "manifests", "-f", copy.toString()));
    }

    @Test
    void withAnotherJdk() throws Exception {
        var jdks = otherJdks();
        Assumptions.assumeFalse(jdks.isEmpty(), "there is one JDK only: install another below /usr/lib/jvm, "
                + "or name its home in an environment variable JAVA_HOME_<anything>");
        for (Path jdk : jdks) {
            var maven = RealMaven.in(config).with("JAVA_HOME", jdk.toString());
            assertEquals(expected, generate(maven, "jdk-" + jdk.getFileName()), jdk.toString());
        }
    }

    private static Map<String, String> generate(RealMaven maven, String output) throws Exception {
        return generate(maven, config, output);
    }

    private static Map<String, String> generate(RealMaven maven, Path folder, String output, String... more)
            throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("ipsec:generate", ItRepository.NOW, "-Dipsec.outputDirectory=" + output));
        arguments.addAll(List.of(more));
        var result = maven.run(arguments.toArray(String[]::new));
        assertEquals(0, result.exit(), result.output());
        return ItRepository.tree(folder.resolve(output));
    }

    private static Path copyBackwards(Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Stream.concat(Files.list(config.resolve("certs")), Files.list(config))) {
            files = new ArrayList<>(found.filter(Files::isRegularFile).sorted().toList());
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Path copy = target.resolve(config.relativize(files.get(i)));
            Files.createDirectories(copy.getParent());
            Files.copy(files.get(i), copy);
        }
        return target;
    }

    /** One JDK for each other version, found where Linux distributions and hosted runners put them. */
    private static List<Path> otherJdks() throws IOException {
        List<Path> candidates = new ArrayList<>();
        System.getenv().forEach((name, home) -> {
            if (name.startsWith("JAVA_HOME_")) {
                candidates.add(Path.of(home));
            }
        });
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> homes = Files.list(folder)) {
                homes.sorted().forEach(candidates::add);
            }
        }
        List<Path> jdks = new ArrayList<>();
        List<String> versions = new ArrayList<>(List.of(System.getProperty("java.version")));
        for (Path home : candidates) {
            String version = version(home);
            if (!version.isEmpty() && !versions.contains(version)) {
                versions.add(version);
                jdks.add(home);
            }
        }
        return jdks;
    }

    /** Empty where there is no JDK that can run the plugin. */
    private static String version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.exists(release) || !Files.isExecutable(home.resolve("bin").resolve("javac"))) {
            return "";
        }
        String version = Files.readString(release).lines().filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "")).findFirst().orElse("");
        return !version.isEmpty() && Integer.parseInt(version.split("\\.")[0]) >= 17 ? version : "";
    }
}
