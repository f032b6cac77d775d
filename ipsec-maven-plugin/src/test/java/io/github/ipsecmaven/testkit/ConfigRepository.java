package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.SpecFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A configuration repository in a folder of its own: specs, the lab keys under {@code certs/}, and its output. */
public final class ConfigRepository {

    private final Path folder;
    private Map<String, String> environment = Map.of();

    private ConfigRepository(Path folder) {
        this.folder = folder;
    }

    /** A repository in an empty folder, with the given text as its {@code ipsec.yaml}. */
    public static ConfigRepository with(Path folder, String spec) throws IOException {
        LabKeys.copyTo(folder.resolve("certs"));
        return new ConfigRepository(folder).spec(spec);
    }

    /** A repository in an empty folder, with the files of a case: all but what its name begins with {@code expected}. */
    public static ConfigRepository copyOf(Path original, Path folder) throws IOException {
        LabKeys.copyTo(folder.resolve("certs"));
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = original.relativize(file);
                if (!name.toString().startsWith("expected")) {
                    Files.createDirectories(folder.resolve(name).getParent());
                    Files.write(folder.resolve(name), LabWaiver.addedTo(Files.readAllBytes(file)));
                }
            }
        }
        return new ConfigRepository(folder);
    }

    /** The repository that a folder holds already. */
    public static ConfigRepository at(Path folder) {
        return new ConfigRepository(folder);
    }

    /** Replaces the spec. */
    public ConfigRepository spec(String text) throws IOException {
        Files.write(folder.resolve("ipsec.yaml"), LabWaiver.addedTo(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Sets the environment variables of later runs. */
    public ConfigRepository environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    public Path folder() {
        return folder;
    }

    /** The output directory. */
    public Path output() {
        return folder.resolve("manifests");
    }

    /** A run over the usual specs; over {@code ipsec.yaml} where there is none at all. */
    public Fleet fleet() throws IOException {
        return fleetSeenFrom(folder);
    }

    /** The same run, started in another working folder. */
    public Fleet fleetSeenFrom(Path workingFolder) throws IOException {
        List<Path> usual = SpecFiles.usual(folder);
        List<Path> specs = usual.isEmpty() ? List.of(folder.resolve("ipsec.yaml")) : usual;
        return new Fleet(new Run(workingFolder, output(), environment, LabKeys.NOW), specs);
    }

    /** Every file of the output, see {@link Tree#of}. */
    public Map<String, String> tree() throws IOException {
        return Tree.of(output());
    }
}
