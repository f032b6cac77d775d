package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads YAML as maps and lists, for tests that look at manifests from outside. It is SnakeYAML's own reading (YAML 1.1,
 * so {@code 0400} is octal, as it is for butane), on purpose not the reader of the language.
 */
public final class Yaml {

    private Yaml() {}

    /**
     * The one document of a file, which may be compressed ({@code .gz}).
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Map<String, Object> read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return map(parser().<Object>load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a text. */
    public static Map<String, Object> parse(String text) {
        return map(parser().<Object>load(text));
    }

    /** The documents of a stream (what {@code kustomize build} prints), empty ones left out. */
    public static List<Map<String, Object>> parseAll(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : parser().loadAll(text)) {
            if (document != null) {
                documents.add(map(document));
            }
        }
        return documents;
    }

    /**
     * A copy of what was loaded as a map; null is an empty one.
     *
     * @throws IllegalArgumentException if it is not a map, or a key is not a string
     */
    public static Map<String, Object> map(Object loaded) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (loaded == null) {
            return copy;
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a map was expected, not a " + loaded.getClass().getSimpleName());
        }
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key is not a string: " + key);
            }
            copy.put(name, value);
        });
        return copy;
    }

    /**
     * A copy of what was loaded as a list; null is an empty one.
     *
     * @throws IllegalArgumentException if it is not a list
     */
    public static List<Object> list(Object loaded) {
        if (loaded == null) {
            return List.of();
        }
        if (!(loaded instanceof List<?> list)) {
            throw new IllegalArgumentException("a list was expected, not a " + loaded.getClass().getSimpleName());
        }
        return new ArrayList<>(list);
    }

    private static org.yaml.snakeyaml.Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
    }
}
