package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The site's page about the language, made from the schema: one table for each kind of mapping, one row for each key.
 * Mappings that the schema defines once ({@code $defs}) have one table, with all the places where they stand.
 */
final class LanguagePage {

    /** A kind of mapping, and the paths at which the language has it. */
    private record Section(JsonNode mapping, List<String> paths) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNode schema;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final TreeSet<String> required = new TreeSet<>();

    private LanguagePage(JsonNode schema) {
        this.schema = schema;
        collect("", schema);
        require("", schema);
    }

    /** The page in Markdown. */
    static String of(JsonNode schema) {
        return new LanguagePage(schema).page();
    }

    /** Finds the mappings below a part of the schema. */
    private void collect(String path, JsonNode part) {
        JsonNode mapping = resolve(part);
        if (mapping.has("properties")) {
            sections.computeIfAbsent(identity(path, part), identity -> new Section(defined(part), new ArrayList<>()))
                    .paths().add(path);
            mapping.get("properties").properties().forEach(property ->
                    collect(join(path, property.getKey()), property.getValue()));
        }
        if (mapping.path("additionalProperties").isObject()) {
            collect(anyKeyOf(path), mapping.get("additionalProperties"));
        }
        if (mapping.has("items")) {
            collect(path + "[]", mapping.get("items"));
        }
    }

    /** Finds the keys that have to be there, also under a condition. */
    private void require(String path, JsonNode part) {
        part.path("required").forEach(key -> required.add(join(path, key.asText())));
        part.path("properties").properties().forEach(property ->
                require(join(path, property.getKey()), resolve(property.getValue())));
        if (part.path("additionalProperties").isObject()) {
            require(anyKeyOf(path), resolve(part.get("additionalProperties")));
        }
        if (part.has("items")) {
            require(path + "[]", part.get("items"));
        }
        part.path("allOf").forEach(condition -> require(path, condition));
        for (String branch : List.of("then", "else")) {
            if (part.has(branch)) {
                require(path, part.get(branch));
            }
        }
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                <!-- Made from schema/ipsec-v1.schema.json by LanguagePageTest; do not edit. -->
                # The language of ipsec.yaml

                Every key, as the schema has it. `<node>`, `<remote>` and so on stand for names that you choose. A key
                that is *required* has to be there once the file that `extends` names is merged in; a remote with
                `state: absent` needs nothing else. A file of `kind: ClusterIPsecDefaults` needs only `apiVersion` and
                `kind`.
                """);
        sections.values().forEach(section -> append(section, page));
        return page.toString();
    }

    private void append(Section section, StringBuilder page) {
        page.append("\n<a id=\"").append(anchor(section)).append("\"></a>\n\n");
        page.append("## ").append(title(section)).append("\n\n");
        page.append(section.mapping().path("description").asText()).append('\n');
        if (section.paths().size() > 1) {
            page.append("\nStands at ").append(section.paths().stream().map(LanguagePage::code)
                    .collect(Collectors.joining(", "))).append(".\n");
        }
        page.append("\n| key | value | default | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        section.mapping().get("properties").properties().forEach(property ->
                page.append(row(section.paths().get(0), property.getKey(), property.getValue())));
        JsonNode refused = section.mapping().path("x-saidBy");
        if (!refused.isMissingNode()) {
            page.append("\nRefused here, because the language says them itself:\n");
            page.append("\n| option | say instead |\n| --- | --- |\n");
            refused.properties().forEach(option ->
                    page.append("| ").append(code(option.getKey())).append(" | ").append(option.getValue().asText())
                            .append(" |\n"));
        }
    }

    private String title(Section section) {
        String path = section.paths().get(0);
        if (path.isEmpty()) {
            return "The file";
        }
        return section.paths().size() == 1 ? code(path) : capital(section.mapping().path("title").asText());
    }

    private String row(String parent, String key, JsonNode property) {
        JsonNode part = resolve(property);
        String path = join(parent, key);
        String value = value(path, property) + (required.contains(path) ? "; required" : "");
        String standard = part.has("default") ? code(part.get("default").toString().replace("\"", "")) : "";
        List<String> examples = new ArrayList<>();
        part.path("examples").forEach(example -> examples.add(code(flow(example))));
        return "| " + code(key) + " | " + value + " | " + standard + " | " + part.path("description").asText() + " | "
                + String.join("<br/>", examples) + " |\n";
    }

    /** What may be written, in words. */
    private String value(String path, JsonNode property) {
        JsonNode part = resolve(property);
        if (part.has("const")) {
            return code(part.get("const").asText());
        }
        if (part.has("enum")) {
            return join(part.get("enum"), ", ", LanguagePage::code);
        }
        if (part.get("type").isArray()) {
            return join(part.get("type"), " or ", type -> word(type, path, property));
        }
        return word(part.get("type").asText(), path, property);
    }

    private String word(String type, String path, JsonNode property) {
        JsonNode part = resolve(property);
        return switch (type) {
            case "boolean" -> "`true`, `false`";
            case "integer" -> part.has("minimum") && part.has("maximum")
                    ? "number, " + part.get("minimum") + " to " + part.get("maximum") : "number";
            case "array" -> linked("list", path + "[]", part.get("items"));
            case "object" -> part.has("properties") ? linked("mapping", path, property)
                    : linked("mapping by name", anyKeyOf(path), part.get("additionalProperties"));
            case "string" -> "text";
            default -> throw new IllegalArgumentException("the page has no word for the type " + type);
        };
    }

    /** The word, linked to the table of what it stands for, where there is one. */
    private String linked(String word, String path, JsonNode part) {
        Section section = sections.get(identity(path, part));
        return section == null ? word : "[" + word + "](#" + anchor(section) + ")";
    }

    private static String join(JsonNode words, String separator, UnaryOperator<String> shown) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(shown.apply(word.asText())));
        return String.join(separator, all);
    }

    /** A value as YAML writes it on one line. */
    private static String flow(JsonNode value) {
        if (value.isObject()) {
            List<String> entries = new ArrayList<>();
            value.properties().forEach(entry -> entries.add(entry.getKey() + ": " + flow(entry.getValue())));
            return "{" + String.join(", ", entries) + "}";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return needsQuotes(value) ? quoted(value) : value.asText();
    }

    private static boolean needsQuotes(JsonNode value) {
        return value.isTextual() && value.asText().matches("[@%].*|[0-9.]+|.*[,:] .*|.*,.*");
    }

    private static String quoted(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The part with what its reference adds; what stands beside the reference wins. */
    private JsonNode resolve(JsonNode part) {
        if (!part.has("$ref")) {
            return part;
        }
        ObjectNode merged = defined(part).deepCopy();
        part.properties().forEach(field ->
                merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    /** The part as its definition has it, where it refers to one. */
    private JsonNode defined(JsonNode part) {
        return part.has("$ref") ? resolve(schema.at(part.get("$ref").asText().substring(1))) : part;
    }

    /** Not the heading's own text: the site makes an anchor of that itself. */
    private String anchor(Section section) {
        return "key-" + title(section).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip().replace(' ', '-');
    }

    private static String identity(String path, JsonNode part) {
        String reference = part.path("$ref").asText();
        return reference.startsWith(DEFINITIONS) ? reference : path;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** {@code nodes.<node>} for {@code nodes}. */
    private static String anyKeyOf(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return path + ".<" + (key.endsWith("s") ? key.substring(0, key.length() - 1) : key) + ">";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
