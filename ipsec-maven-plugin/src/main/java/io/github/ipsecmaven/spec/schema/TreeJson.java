package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ipsecmaven.spec.yaml.Tree;

/** A {@link Tree} as the JSON that the schema is about. */
final class TreeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TreeJson() {}

    static JsonNode of(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (tree instanceof Tree.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Tree.Scalar) tree);
    }

    private static JsonNode scalar(Tree.Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING -> JSON.textNode(scalar.text());
            case INTEGER -> JSON.numberNode(scalar.integer());
            // The language has no fractions: that it is one is all the schema needs to know.
            case NUMBER -> JSON.numberNode(0.5);
            case BOOLEAN -> JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
            case NULL -> JSON.nullNode();
        };
    }
}
