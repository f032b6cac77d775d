package io.github.ipsecmaven.spec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What {@link Acceptance} reads is the schema without what explains it. {@code -Dgolden.update=true} writes it anew.
 */
class SchemaRulesTest {

    private static final Path RULES =
            Path.of("src/main/resources/io/github/ipsecmaven/spec/schema").resolve(Acceptance.RULES);

    private static final Set<String> EXPLAINING = Set.of("$schema", "$id", "title", "description", "examples", "default",
            "patternErrorMessage", "x-saidBy");

    /** Below these stand names that users write, not keywords. */
    private static final Set<String> OF_NAMES = Set.of("properties", "$defs", "patternProperties");

    @Test
    void theRulesAreThoseOfTheSchema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Path.of("../schema/ipsec-v1.schema.json").toFile());
        String made = lines((ObjectNode) rules(schema, false));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(RULES, made);
        }
        assertEquals(Files.readString(RULES), made, "the schema has changed; -Dgolden.update=true writes its rules anew");
    }

    private static JsonNode rules(JsonNode node, boolean names) {
        if (node instanceof ArrayNode items) {
            ArrayNode rules = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> rules.add(rules(item, false)));
            return rules;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (names || !EXPLAINING.contains(field.getKey())) {
                rules.set(field.getKey(), rules(field.getValue(), !names && OF_NAMES.contains(field.getKey())));
            }
        }
        return rules;
    }

    /** One line for each keyword and each definition, so that a difference can be read. */
    private static String lines(ObjectNode rules) {
        StringBuilder text = new StringBuilder("{");
        String between = "\n";
        for (Map.Entry<String, JsonNode> field : rules.properties()) {
            text.append(between).append('"').append(field.getKey()).append("\": ");
            if (OF_NAMES.contains(field.getKey())) {
                text.append('{');
                String inner = "\n  ";
                for (Map.Entry<String, JsonNode> definition : field.getValue().properties()) {
                    text.append(inner).append('"').append(definition.getKey()).append("\": ").append(definition.getValue());
                    inner = ",\n  ";
                }
                text.append("\n}");
            } else {
                text.append(field.getValue());
            }
            between = ",\n";
        }
        return text.append("\n}\n").toString();
    }
}
