package io.github.ipsecmaven;

import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.MachineConfigView;
import io.github.ipsecmaven.testkit.MachineConfigView.NodeFile;
import io.github.ipsecmaven.testkit.MachineConfigView.Unit;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Where our objects differ from those of the published procedure, in the words of the site's table of differences. */
final class PublishedDifferences {

    private static final Path TABLE = Path.of("..", "src", "site", "markdown", "differences.md");

    private final Set<String> found = new TreeSet<>();

    /** The first two columns of the table. */
    static Set<String> explained() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 7 && cells[2].contains("`")) {
                rows.add((cells[1].strip() + " " + cells[2].strip()).replace("`", ""));
            }
        }
        return rows;
    }

    Set<String> found() {
        return found;
    }

    /** Compares everything but the status of an object of ours with the published one, key by key. */
    void object(Map<String, Object> published, Map<String, Object> ours) {
        String kind = (String) published.get("kind");
        values(kind, flat(published), flat(ours));
    }

    /** The same for what is left of our MachineConfigs when their files and units are put together. */
    void machineConfigs(Map<String, Object> published, List<Map<String, Object>> ours) {
        MachineConfigView source = ButaneSource.view(published);
        Map<String, NodeFile> files = new TreeMap<>();
        Map<String, Unit> units = new TreeMap<>();
        for (Map<String, Object> object : ours) {
            MachineConfigView view = ButaneSource.view(object);
            object(without(published), without(object));
            files.putAll(view.files());
            units.putAll(view.units());
        }
        compare(source.files(), files, this::file);
        compare(source.units(), units, this::unit);
    }

    private void file(NodeFile published, NodeFile ours) {
        report("MachineConfig", ours.path() + " contents", !published.contents().equals(ours.contents()));
        report("MachineConfig", ours.path() + " mode", published.mode() != ours.mode());
        report("MachineConfig", ours.path() + " overwrite", published.overwrite() != ours.overwrite());
    }

    private void unit(Unit published, Unit ours) {
        report("MachineConfig", ours.name() + " enabled", !published.enabled().equals(ours.enabled()));
        report("MachineConfig", ours.name() + " drop-ins", !published.dropins().equals(ours.dropins()));
        Set<String> theirLines = lines(published);
        Set<String> ourLines = lines(ours);
        theirLines.stream().filter(line -> !ourLines.contains(line))
                .forEach(line -> report("MachineConfig", ours.name() + " " + line + " missing", true));
        ourLines.stream().filter(line -> !theirLines.contains(line))
                .forEach(line -> report("MachineConfig", ours.name() + " " + line + " added", true));
    }

    private <T> void compare(Map<String, T> published, Map<String, T> ours, BiConsumer<T, T> both) {
        Set<String> names = new TreeSet<>(published.keySet());
        names.addAll(ours.keySet());
        for (String name : names) {
            report("MachineConfig", name + " missing", !ours.containsKey(name));
            report("MachineConfig", name + " added", !published.containsKey(name));
            if (published.containsKey(name) && ours.containsKey(name)) {
                both.accept(published.get(name), ours.get(name));
            }
        }
    }

    private void values(String kind, Map<String, Object> published, Map<String, Object> ours) {
        Set<String> keys = new HashSet<>(published.keySet());
        keys.addAll(ours.keySet());
        for (String key : keys) {
            boolean differs = published.containsKey(key) != ours.containsKey(key)
                    || published.get(key) != null && !published.get(key).equals(ours.get(key));
            report(kind, key, differs);
        }
    }

    void report(String object, String what, boolean differs) {
        if (differs) {
            found.add(object + " " + what);
        }
    }

    /** The lines of a unit, each with its section. */
    private static Set<String> lines(Unit unit) {
        Set<String> lines = new TreeSet<>();
        String section = "";
        for (String line : unit.contents().orElse("").lines().filter(line -> !line.isBlank()).toList()) {
            section = line.startsWith("[") ? line : section;
            lines.add(line.startsWith("[") ? line : section + " " + line);
        }
        return lines;
    }

    /** An object without its files and units. */
    private static Map<String, Object> without(Map<String, Object> machineConfig) {
        Map<String, Object> copy = new TreeMap<>(machineConfig);
        Map<String, Object> config = Yaml.map(Yaml.map(machineConfig.get("spec")).get("config"));
        config.remove("storage");
        config.remove("systemd");
        copy.putAll(Yaml.map(config));
        copy.remove("spec");
        return copy;
    }

    /** The leaves by their paths; annotations count as one, lists as a whole. */
    private static Map<String, Object> flat(Map<String, Object> object) {
        Map<String, Object> leaves = new TreeMap<>();
        flatten("", object, leaves);
        return leaves;
    }

    private static void flatten(String path, Map<String, Object> map, Map<String, Object> leaves) {
        List<String> keys = new ArrayList<>(map.keySet());
        for (String key : keys) {
            String place = path.isEmpty() ? key : path + "." + key;
            if (map.get(key) instanceof Map<?, ?> inner && !place.equals("metadata.annotations")) {
                flatten(place, Yaml.map(inner), leaves);
            } else {
                leaves.put(place, map.get(key));
            }
        }
    }
}
