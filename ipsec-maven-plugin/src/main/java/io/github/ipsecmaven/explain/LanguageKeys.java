package io.github.ipsecmaven.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The keys of the language, from its schema. The names that users give to nodes, remotes and pools are left out. */
public final class LanguageKeys {

    private final JsonNode schema;
    private final Map<String, JsonNode> keys = new TreeMap<>();

    /** The keys of a schema document. */
    public LanguageKeys(JsonNode schema) {
        this.schema = schema;
        collect("", schema);
    }

    /** Every key by its path: {@code remotes.subnet}. */
    public List<String> paths() {
        return List.copyOf(keys.keySet());
    }

    /**
     * What a key means, what may stand there and what it looks like.
     *
     * @param typed its path, without the names of nodes, remotes and pools or with them: {@code remotes.nas.subnet}
     */
    public String explain(String typed) throws UnknownTopicException {
        String path = keys.containsKey(typed) ? typed : withoutNames(typed);
        JsonNode key = keys.get(path);
        if (key == null) {
            throw new UnknownTopicException(typed, "key", keys.keySet());
        }
        StringJoiner text = new StringJoiner("\n");
        text.add(path);
        text.add("  " + say(key, "description").asText());
        add(text, "may be", listed(say(key, "enum")));
        add(text, "form", say(key, "patternErrorMessage").asText());
        add(text, "default", shown(say(key, "default")));
        add(text, "examples", listed(say(key, "examples")));
        add(text, "keys below", String.join(", ", below(path)));
        return text.toString();
    }

    /** The path without what users name; empty where it does not lead to a key. */
    private String withoutNames(String typed) {
        StringJoiner path = new StringJoiner(".");
        JsonNode node = resolved(schema);
        boolean isName = false;
        for (String step : typed.split("\\.")) {
            JsonNode property = node.path("properties").path(step);
            isName = property.isMissingNode();
            if (!isName) {
                path.add(step);
            }
            node = resolved(isName ? node.path("additionalProperties") : property);
        }
        return isName ? "" : path.toString();
    }

    private void collect(String path, JsonNode node) {
        if (!path.isEmpty()) {
            keys.putIfAbsent(path, node);
        }
        JsonNode target = resolved(node);
        for (String holder : List.of("additionalProperties", "items")) {
            if (target.path(holder).isObject()) {
                collectProperties(path, resolved(target.get(holder)));
            }
        }
        collectProperties(path, target);
    }

    private void collectProperties(String path, JsonNode node) {
        node.path("properties").properties().forEach(property ->
                collect(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue()));
    }

    /** What stands beside a reference says more than what the reference leads to. */
    private JsonNode say(JsonNode key, String keyword) {
        return key.has(keyword) ? key.get(keyword) : resolved(key).path(keyword);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<String> below(String path) {
        return keys.keySet().stream()
                .filter(key -> key.startsWith(path + ".") && key.indexOf('.', path.length() + 1) < 0)
                .map(key -> key.substring(path.length() + 1))
                .toList();
    }

    private static void add(StringJoiner text, String label, String value) {
        if (!value.isEmpty()) {
            text.add("  " + label + ": " + value);
        }
    }

    private static String listed(JsonNode values) {
        List<String> shown = new ArrayList<>();
        values.forEach(value -> shown.add(shown(value)));
        return String.join(", ", shown);
    }

    /** As it would stand in a spec, on one line. */
    private static String shown(JsonNode value) {
        return value.isContainerNode()
                ? value.toString().replace("\"", "").replace(":", ": ").replace(",", ", ")
                : value.asText();
    }
}
