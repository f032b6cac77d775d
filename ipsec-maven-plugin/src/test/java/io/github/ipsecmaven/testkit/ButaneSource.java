package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.testkit.MachineConfigView.NodeFile;
import io.github.ipsecmaven.testkit.MachineConfigView.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the part of Butane's language (variant {@code openshift}) that the published procedure uses, and the
 * MachineConfig that comes of it, into the same view. A key that it does not read is refused, so that no difference
 * hides behind one.
 */
public final class ButaneSource {

    private ButaneSource() {}

    /**
     * The view of a Butane file.
     *
     * @param butane the {@code .bu} file
     * @param filesDir the folder of {@code contents.local}, butane's {@code --files-dir}
     * @throws IllegalArgumentException on a key or a value that this reader does not know
     * @throws UncheckedIOException if a file cannot be read
     */
    public static MachineConfigView read(Path butane, Path filesDir) {
        Map<String, Object> document = only(Yaml.read(butane), "variant", "version", "metadata", "storage", "systemd");
        if (!"openshift".equals(document.get("variant"))) {
            throw new IllegalArgumentException("variant " + document.get("variant") + " makes no MachineConfig");
        }
        return view(document, document, contents -> butaneContents(contents, filesDir));
    }

    /**
     * The view of a MachineConfig.
     *
     * @param object the manifest as {@link Yaml} reads it
     * @throws IllegalArgumentException on a key or a value that this reader does not know
     */
    public static MachineConfigView view(Map<String, Object> object) {
        only(object, "apiVersion", "kind", "metadata", "spec");
        Map<String, Object> spec = only(Yaml.map(object.get("spec")), "config");
        Map<String, Object> ignition = only(Yaml.map(spec.get("config")), "ignition", "storage", "systemd");
        return view(object, ignition, ButaneSource::ignitionContents);
    }

    private static MachineConfigView view(Map<String, Object> named, Map<String, Object> config,
            Function<Map<String, Object>, Payload> contents) {
        Map<String, Object> metadata = only(Yaml.map(named.get("metadata")), "name", "labels", "annotations");
        SortedMap<String, NodeFile> files = new TreeMap<>();
        for (Object entry : Yaml.list(only(Yaml.map(config.get("storage")), "files").get("files"))) {
            NodeFile file = file(Yaml.map(entry), contents);
            if (files.put(file.path(), file) != null) {
                throw new IllegalArgumentException("two files " + file.path());
            }
        }
        SortedMap<String, Unit> units = new TreeMap<>();
        for (Object entry : Yaml.list(only(Yaml.map(config.get("systemd")), "units").get("units"))) {
            Unit unit = unit(Yaml.map(entry));
            if (units.put(unit.name(), unit) != null) {
                throw new IllegalArgumentException("two units " + unit.name());
            }
        }
        return new MachineConfigView(text(metadata, "name"), labels(metadata), files, units);
    }

    private static Map<String, String> labels(Map<String, Object> metadata) {
        Map<String, Object> loaded = Yaml.map(metadata.get("labels"));
        Map<String, String> labels = new LinkedHashMap<>();
        loaded.keySet().forEach(key -> labels.put(key, text(loaded, key)));
        return labels;
    }

    private static NodeFile file(Map<String, Object> file, Function<Map<String, Object>, Payload> contents) {
        only(file, "path", "mode", "overwrite", "contents");
        return new NodeFile(text(file, "path"), value(file, "mode", Integer.class).orElse(0644),
                value(file, "overwrite", Boolean.class).orElse(false), contents.apply(Yaml.map(file.get("contents"))));
    }

    private static Unit unit(Map<String, Object> unit) {
        only(unit, "name", "enabled", "contents", "dropins");
        SortedMap<String, String> dropins = new TreeMap<>();
        for (Object entry : Yaml.list(unit.get("dropins"))) {
            Map<String, Object> dropin = only(Yaml.map(entry), "name", "contents");
            dropins.put(text(dropin, "name"), text(dropin, "contents"));
        }
        return new Unit(text(unit, "name"), value(unit, "enabled", Boolean.class),
                value(unit, "contents", String.class), dropins);
    }

    private static Payload butaneContents(Map<String, Object> contents, Path filesDir) {
        only(contents, "local", "inline", "source", "compression");
        if (contents.containsKey("local")) {
            return new Payload(local(filesDir, text(contents, "local")));
        }
        return contents.containsKey("inline")
                ? new Payload(text(contents, "inline").getBytes(StandardCharsets.UTF_8))
                : ignitionContents(contents);
    }

    /** As butane does, keeps inside the folder. */
    private static byte[] local(Path filesDir, String name) {
        Path file = filesDir.resolve(name).normalize();
        if (!file.startsWith(filesDir.normalize())) {
            throw new IllegalArgumentException("local file " + name + " lies outside the files folder");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Payload ignitionContents(Map<String, Object> contents) {
        only(contents, "source", "compression");
        return DataUrl.decode(value(contents, "source", String.class).orElse("data:,"),
                value(contents, "compression", String.class).orElse(null));
    }

    private static Map<String, Object> only(Map<String, Object> map, String... keys) {
        for (String key : map.keySet()) {
            if (!List.of(keys).contains(key)) {
                throw new IllegalArgumentException("key '" + key + "' is not among " + List.of(keys));
            }
        }
        return map;
    }

    private static String text(Map<String, Object> map, String key) {
        return value(map, key, String.class)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
    }

    private static <T> Optional<T> value(Map<String, Object> map, String key, Class<T> type) {
        Object value = map.get(key);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("'" + key + "' is not a " + type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
