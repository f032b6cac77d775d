package io.github.ipsecmaven.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What differs between two states of an object, field by field. */
public final class ObjectDiff {

    /** What tells the elements of a list of the Kubernetes and Ignition APIs apart. */
    private static final List<String> LIST_KEYS = List.of("name", "path");

    private static final String SOPS = "sops";

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_$-]+");

    /** Digests follow from the files that they are of, which are compared themselves. */
    private static final Set<String> INVENTORIES = Set.of("Inventory", "FleetInventory");

    private final List<Change> changes = new ArrayList<>();

    private ObjectDiff() {}

    /** The differences, in the order of the new state's fields. */
    public static List<Change> between(Map<?, ?> before, Map<?, ?> after) {
        ObjectDiff diff = new ObjectDiff();
        Object kind = after.get("kind");
        if (kind instanceof String text && INVENTORIES.contains(text)) {
            diff.compare("", without(before, "files"), without(after, "files"));
            diff.digests(before.get("files"), after.get("files"));
        } else if ("Secret".equals(kind) || "Secret".equals(before.get("kind"))) {
            diff.compare("", without(before, "data", "stringData"), without(after, "data", "stringData"));
            diff.hidden(before, after, "data", "stringData");
        } else {
            diff.compare("", without(before, SOPS), without(after, SOPS));
            diff.encryption(before.get(SOPS), after.get(SOPS));
        }
        return List.copyOf(diff.changes);
    }

    /** Keys for its readers, a checksum and an instant, all of which follow from how and when a file was encrypted. */
    private void encryption(Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(Change.of(SOPS, encrypted(before), before != null && after != null ? "encrypted anew" : encrypted(after)));
        }
    }

    private static String encrypted(Object metadata) {
        return metadata == null ? null : "encrypted";
    }

    private void digests(Object before, Object after) {
        Set<Object> paths = new LinkedHashSet<>(map(before).keySet());
        paths.addAll(map(after).keySet());
        long differing = paths.stream().filter(path -> !Objects.equals(map(before).get(path), map(after).get(path))).count();
        if (differing > 0) {
            changes.add(Change.of("files", "the digests of " + map(before).size() + " files",
                    differing + " of them differ or are new or gone"));
        }
    }

    private void hidden(Map<?, ?> before, Map<?, ?> after, String... keys) {
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                changes.add(Change.of(key, before.containsKey(key) ? Shown.HIDDEN : null,
                        after.containsKey(key) ? Shown.HIDDEN : null));
            }
        }
    }

    private void compare(String path, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (isPayload(before) || isPayload(after)) {
            changes.addAll(Payload.between(path, map(before), map(after)));
        } else if (isMap(before, after)) {
            compareMaps(path, map(before), map(after));
        } else if (isList(before, after)) {
            compareLists(path, list(before), list(after));
        } else if (before instanceof String old && after instanceof String now && (old + now).contains("\n")) {
            changes.addAll(TextDiff.between(path, old, now));
        } else {
            changes.add(Change.of(path, Shown.value(path, before), Shown.renewed(path, before, after)));
        }
    }

    private void compareMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (Object key : keys) {
            compare(field(path, String.valueOf(key)), before.get(key), after.get(key));
        }
    }

    private void compareLists(String path, List<?> before, List<?> after) {
        for (String key : LIST_KEYS) {
            Map<String, Object> old = byKey(before, key);
            Map<String, Object> now = byKey(after, key);
            if (old.size() == before.size() && now.size() == after.size()) {
                compareElements(path, old, now);
                return;
            }
        }
        for (AbstractDelta<Object> delta : DiffUtils.diff(List.<Object>copyOf(before), List.copyOf(after)).getDeltas()) {
            List<Object> old = delta.getSource().getLines();
            List<Object> now = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                int index = i + (i < old.size() ? delta.getSource() : delta.getTarget()).getPosition();
                compare(path + "[" + index + "]", i < old.size() ? old.get(i) : null, i < now.size() ? now.get(i) : null);
            }
        }
    }

    private void compareElements(String path, Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            String element = path + "[" + Shown.line(key) + "]";
            if (before.containsKey(key) && after.containsKey(key)) {
                compare(element, before.get(key), after.get(key));
            } else {
                changes.add(Change.of(element, element(element, before.get(key)), element(element, after.get(key))));
            }
        }
        List<String> old = before.keySet().stream().filter(after::containsKey).toList();
        List<String> now = after.keySet().stream().filter(before::containsKey).toList();
        if (!old.equals(now)) {
            changes.add(Change.of(path, "the order " + Shown.line(String.join(", ", old)), Shown.line(String.join(", ", now))));
        }
    }

    /** An element that is new or gone; null for null. */
    private static String element(String path, Object value) {
        Map<?, ?> contents = map(map(value).get("contents"));
        return isPayload(contents) ? Payload.describe(contents) : Shown.flow(path, value);
    }

    private static Map<String, Object> byKey(List<?> elements, String key) {
        Map<String, Object> byKey = new LinkedHashMap<>();
        for (Object element : elements) {
            if (element instanceof Map<?, ?> fields && fields.get(key) instanceof String text) {
                byKey.put(text, element);
            }
        }
        return byKey;
    }

    /** The contents of an Ignition file. */
    private static boolean isPayload(Object value) {
        return value instanceof Map<?, ?> fields && fields.get("source") instanceof String source
                && source.startsWith("data:");
    }

    private static boolean isMap(Object before, Object after) {
        return Stream.of(before, after).allMatch(value -> value == null || value instanceof Map<?, ?>);
    }

    private static boolean isList(Object before, Object after) {
        return Stream.of(before, after).allMatch(value -> value == null || value instanceof List<?>);
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> without(Map<?, ?> fields, String... keys) {
        Map<Object, Object> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(List.of(keys));
        return rest;
    }

    private static String field(String path, String key) {
        if (!PLAIN_KEY.matcher(key).matches()) {
            return path + "[" + Shown.line(key) + "]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }
}
