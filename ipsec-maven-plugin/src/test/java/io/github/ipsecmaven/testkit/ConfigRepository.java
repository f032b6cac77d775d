package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.Fleet;
import io.github.ipsecmaven.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A configuration repository in a folder of its own: one spec, the lab keys under {@code certs/}, and its output. */
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

    /** Replaces the spec. */
    public ConfigRepository spec(String text) throws IOException {
        Files.writeString(folder.resolve("ipsec.yaml"), text);
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

    public Fleet fleet() {
        return new Fleet(new Run(folder, output(), environment, LabKeys.NOW), List.of(folder.resolve("ipsec.yaml")));
    }

    /** Every file of the output by its path, as text: bytes are compared as ISO 8859-1, one to one. */
    public Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        if (!Files.exists(output())) {
            return tree;
        }
        try (Stream<Path> files = Files.walk(output())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(output().relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return tree;
    }
}
