package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.MachineConfigOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ignition configs as trees: how the operator reads and merges them.
 *
 * @see <a href="https://coreos.github.io/ignition/operator-notes/#config-merging">Ignition, config merging</a>
 */
final class Ignition {

    /** The keys by which the entries of two lists are the same thing; lists of anything else are joined. */
    private static final List<String> IDENTITIES = List.of("path", "name", "device");

    private static final Set<String> FILE_KEYS =
            Set.of("path", "overwrite", "mode", "user", "group", "contents", "append");
    private static final Set<String> RESOURCE_KEYS = Set.of("source", "compression", "verification", "httpHeaders");
    private static final Set<String> UNIT_KEYS = Set.of("name", "enabled", "mask", "contents", "dropins");

    private Ignition() {}

    /** A config as the operator holds it: without keys that it does not know, and without what is empty. */
    static Map<?, ?> canonical(Map<?, ?> config, MachineConfigOperator operator) {
        boolean translated = !operator.refusesSpecialModes() && drops(version(config));
        Map<Object, Object> storage = new LinkedHashMap<>(Json.map(config.get("storage")));
        storage.put("files", Json.maps(storage.get("files")).stream().map(file -> file(file, translated)).toList());
        Map<Object, Object> systemd = new LinkedHashMap<>(Json.map(config.get("systemd")));
        systemd.put("units", Json.maps(systemd.get("units")).stream().map(unit -> known(unit, UNIT_KEYS)).toList());
        Map<Object, Object> canonical = new LinkedHashMap<>();
        canonical.put("storage", storage);
        canonical.put("systemd", systemd);
        canonical.put("passwd", config.get("passwd"));
        return Json.map(withoutEmpty(canonical));
    }

    /** {@code ignition.version}, empty where there is none. */
    static String version(Map<?, ?> config) {
        return Json.text(Json.map(config.get("ignition")).get("version")).orElse("");
    }

    /** Whether the translation of a version to the operator's own drops the special bits of a mode. */
    private static boolean drops(String version) {
        return version.matches("2\\..*|3\\.[0-3]\\..*");
    }

    private static Map<?, ?> file(Map<?, ?> file, boolean translated) {
        Map<Object, Object> known = known(file, FILE_KEYS);
        known.computeIfPresent("contents", (key, contents) -> known(Json.map(contents), RESOURCE_KEYS));
        if (translated) {
            known.computeIfPresent("mode", (key, mode) -> mode instanceof Integer bits ? bits & 0777 : mode);
        }
        return known;
    }

    private static Map<Object, Object> known(Map<?, ?> entry, Set<String> keys) {
        Map<Object, Object> known = new LinkedHashMap<>(entry);
        known.keySet().retainAll(keys);
        return known;
    }

    /** The same with {@code compression: ""} where a file with a source says nothing. */
    static Map<?, ?> withCompression(Map<?, ?> config) {
        Map<Object, Object> storage = new LinkedHashMap<>(Json.map(config.get("storage")));
        storage.put("files", Json.maps(storage.get("files")).stream().map(Ignition::fileWithCompression).toList());
        Map<Object, Object> normal = new LinkedHashMap<>(config);
        normal.put("storage", storage);
        return normal;
    }

    private static Map<?, ?> fileWithCompression(Map<?, ?> file) {
        Map<Object, Object> contents = new LinkedHashMap<>(Json.map(file.get("contents")));
        if (!contents.containsKey("source")) {
            return file;
        }
        contents.putIfAbsent("compression", "");
        Map<Object, Object> normal = new LinkedHashMap<>(file);
        normal.put("contents", contents);
        return normal;
    }

    /** The parent with what the child says laid over it, field by field. */
    static Map<?, ?> merge(Map<?, ?> parent, Map<?, ?> child) {
        Map<Object, Object> merged = new LinkedHashMap<>(parent);
        child.forEach((key, value) -> merged.merge(key, value, Ignition::mergeValues));
        return merged;
    }

    private static Object mergeValues(Object parent, Object child) {
        if (parent instanceof Map<?, ?> under && child instanceof Map<?, ?> over) {
            return merge(under, over);
        }
        if (parent instanceof List<?> under && child instanceof List<?> over) {
            return mergeLists(under, over);
        }
        return child;
    }

    private static List<Object> mergeLists(List<?> parent, List<?> child) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        parent.forEach(entry -> merged.put(identity(entry), entry));
        child.forEach(entry -> merged.merge(identity(entry), entry, Ignition::mergeValues));
        return new ArrayList<>(merged.values());
    }

    private static Object identity(Object entry) {
        for (String key : IDENTITIES) {
            if (entry instanceof Map<?, ?> map && map.containsKey(key)) {
                return map.get(key);
            }
        }
        return entry;
    }

    private static Object withoutEmpty(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> full = new LinkedHashMap<>();
            map.forEach((key, child) -> {
                Object kept = withoutEmpty(child);
                if (!isEmpty(kept)) {
                    full.put(key, kept);
                }
            });
            return full;
        }
        return value instanceof List<?> list ? list.stream().map(Ignition::withoutEmpty).toList() : value;
    }

    private static boolean isEmpty(Object value) {
        return value == null || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }
}
