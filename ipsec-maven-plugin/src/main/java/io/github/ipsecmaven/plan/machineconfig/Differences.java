package io.github.ipsecmaven.plan.machineconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What differs between two rendered configs. Entries are compared as they are encoded, so other spellings of the same
 * bytes differ: machine-config-operator, {@code pkg/controller/common/helpers.go}, CalculateConfigFileDiffs.
 *
 * @param files paths, sorted
 * @param units names, sorted
 * @param others what else differs, by the names of {@link Verdict#otherChanges()}
 * @param orderOnly files or units are the same, and stand in another order
 */
record Differences(List<String> files, List<String> units, List<String> others, boolean orderOnly) {

    static Differences between(Rendered from, Rendered to) {
        List<String> files = changed(byKey(from.files(), "path"), byKey(to.files(), "path"));
        List<String> units = changed(byKey(from.units(), "name"), byKey(to.units(), "name"));
        boolean reordered = files.isEmpty() && !from.files().equals(to.files())
                || units.isEmpty() && !from.units().equals(to.units());
        return new Differences(files, units, others(from, to), reordered);
    }

    /** Whether the daemon sees no difference at all; another order is one. */
    boolean areNone() {
        return files.isEmpty() && units.isEmpty() && others.isEmpty() && !orderOnly;
    }

    private static List<String> others(Rendered from, Rendered to) {
        List<String> others = new ArrayList<>();
        add(others, "extensions", from.extensions(), to.extensions());
        add(others, "kernelArguments", from.kernelArguments(), to.kernelArguments());
        add(others, "kernelType", from.kernelType(), to.kernelType());
        add(others, "osImageURL", from.osImageUrl(), to.osImageUrl());
        add(others, "passwd", from.passwd(), to.passwd());
        return List.copyOf(others);
    }

    private static void add(List<String> others, String name, Object from, Object to) {
        if (!from.equals(to)) {
            others.add(name);
        }
    }

    private static Map<String, Map<?, ?>> byKey(List<Map<?, ?>> entries, String key) {
        Map<String, Map<?, ?>> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(String.valueOf(entry.get(key)), entry));
        return byKey;
    }

    private static List<String> changed(Map<String, Map<?, ?>> from, Map<String, Map<?, ?>> to) {
        TreeSet<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        return keys.stream().filter(key -> !from.getOrDefault(key, Map.of()).equals(to.get(key))).toList();
    }
}
