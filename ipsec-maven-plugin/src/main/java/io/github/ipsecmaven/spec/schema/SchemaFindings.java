package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every message about a document that is YAML but not the language, in the user's words instead of the validator's. */
final class SchemaFindings {

    private final JsonNode schema;
    private final Tree.Mapping document;

    SchemaFindings(JsonNode schema, Tree.Mapping document) {
        this.schema = schema;
        this.document = document;
    }

    Diagnostic finding(Error error) {
        Place place = place(error.getInstanceLocation());
        JsonNode keywords = siblings(error);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(place, error.getProperty(), keywords);
            case "required" -> missingKey(
                    place, error.getProperty(), described(error.getInstanceLocation()));
            case "type" -> wrongType(place, keywords.path("type"));
            case "enum", "const" -> notOneOf(place, keywords);
            case "pattern", "maxLength" -> malformed(place, error, keywords);
            case "minLength", "minProperties" -> SchemaFinding.MALFORMED.at(place.value(),
                    place.name() + " is empty", "", "write " + example(keywords) + ", or leave the key out");
            case "minimum", "maximum" -> SchemaFinding.OUT_OF_RANGE.at(place.value(),
                    place.name() + " is out of range: " + shown(place.tree()), "",
                    "write a number " + range(keywords));
            default -> SchemaFinding.NOT_THE_LANGUAGE.at(place.value(),
                    place.name() + " " + error.getMessage(), "", "see the language reference");
        };
    }

    private Diagnostic unknownKey(Place place, String key, JsonNode keywords) {
        Position at = keyOf(place, key);
        JsonNode saidBy = keywords.path("x-saidBy").path(key);
        if (saidBy.isTextual()) {
            return SchemaFinding.UNKNOWN_KEY.at(at,
                    "'" + key + "' is not yours to set under " + place.name(), "",
                    "the language has its own word for it; use " + saidBy.textValue());
        }
        List<String> known = new ArrayList<>();
        keywords.path("properties").fieldNames().forEachRemaining(known::add);
        String mend = key.equals("<<")
                ? "merge keys are not part of YAML 1.2; use `nodeDefaults` or `extends`"
                : Nearest.to(key, known).map(near -> "did you mean '" + near + "'? ").orElse("")
                        + "keys that may stand here: " + String.join(", ", known);
        return SchemaFinding.UNKNOWN_KEY.at(at, "unknown key '" + key + "'", "", mend);
    }

    private Diagnostic missingKey(Place place, String key, JsonNode described) {
        JsonNode property = described.path("properties").path(key);
        String mend = "add a line `" + key + ": " + inline(property.path("examples").path(0)) + "`";
        String meaning = property.path("description").asText("");
        return SchemaFinding.MISSING_KEY.at(place.key(),
                place.name() + " has no key '" + key + "'", meaning, mend);
    }

    private Diagnostic wrongType(Place place, JsonNode expected) {
        String wanted = expected.isArray()
                ? join(expected).stream().map(SchemaFindings::kind).collect(Collectors.joining(" or "))
                : kind(expected.asText());
        String mend;
        if (place.tree() instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL) {
            mend = wanted.contains("mapping") ? "write `{}` where there is nothing to say" : "write a value";
        } else if (place.tree() instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.STRING
                && wanted.contains("string")) {
            mend = "write it in quotes, \"" + scalar.text() + "\": unquoted, YAML readers take it for "
                    + kind(scalar) + " and may change it";
        } else {
            mend = "write " + wanted;
        }
        return SchemaFinding.WRONG_TYPE.at(place.value(),
                place.name() + " has to be " + wanted + ", not " + kind(place.tree()), "", mend);
    }

    private Diagnostic notOneOf(Place place, JsonNode keywords) {
        List<String> allowed = keywords.has("const")
                ? List.of(keywords.path("const").asText())
                : join(keywords.path("enum"));
        String typed = place.tree() instanceof Tree.Scalar scalar ? scalar.text() : "";
        String mend = Nearest.to(typed, allowed).map(near -> "did you mean '" + near + "'? ").orElse("")
                + (allowed.size() == 1 ? "the only value is " : "one of ") + String.join(", ", allowed);
        return SchemaFinding.NOT_A_CHOICE.at(place.value(),
                place.name() + " cannot be " + shown(place.tree()), "", mend);
    }

    private Diagnostic malformed(Place place, Error error, JsonNode keywords) {
        String form = keywords.path("patternErrorMessage").asText("at most " + keywords.path("maxLength") + " characters");
        // propertyNames reports the name of a key at the mapping that holds it.
        String key = error.getProperty() != null ? error.getProperty() : nameUnderCheck(error);
        if (key != null && place.tree() instanceof Tree.Mapping mapping && mapping.has(key)) {
            return SchemaFinding.MALFORMED.at(keyOf(place, key),
                    "'" + key + "' cannot be a key of " + place.name(), "", form);
        }
        return SchemaFinding.MALFORMED.at(place.value(),
                place.name() + " cannot be " + shown(place.tree()), "", form);
    }

    private static String nameUnderCheck(Error error) {
        JsonNode checked = error.getInstanceNode();
        return checked != null && checked.isTextual() ? checked.textValue() : null;
    }

    /** The value that an error is about, what it is called, and where it and its key stand. */
    private record Place(String name, Position key, Tree tree) {

        Position value() {
            return tree.at();
        }
    }

    private Place place(NodePath path) {
        Tree tree = document;
        Position key = document.at().source().start();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (tree instanceof Tree.Mapping mapping) {
                Tree.Entry entry = mapping.entries().get(element.toString());
                tree = entry.value();
                key = entry.keyAt();
                name.append(name.isEmpty() ? "" : ".").append(element);
            } else {
                tree = ((Tree.Sequence) tree).items().get(((Number) element).intValue());
                key = tree.at();
                name.append('[').append(element).append(']');
            }
        }
        return new Place(name.isEmpty() ? "the document" : "`" + name + "`", key, tree);
    }

    private static Position keyOf(Place place, String key) {
        return ((Tree.Mapping) place.tree()).entries().get(key).keyAt();
    }

    /** The schema object whose keyword failed. */
    private JsonNode siblings(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode node = schema;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object element = path.getElement(i);
            node = element instanceof Number index ? node.path(index.intValue()) : node.path(element.toString());
        }
        return node;
    }

    /** The schema object that describes a place of the document: a branch's {@code required} knows only names. */
    private JsonNode described(NodePath path) {
        JsonNode node = schema;
        for (int i = 0; i < path.getNameCount(); i++) {
            JsonNode property = node.path("properties").path(path.getElement(i).toString());
            JsonNode items = node.has("items") ? node.path("items") : node.path("additionalProperties");
            node = resolved(property.isMissingNode() ? items : property);
        }
        return node;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? schema.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static String example(JsonNode keywords) {
        return "for example `" + inline(keywords.path("examples").path(0)) + "`";
    }

    private static String inline(JsonNode example) {
        return example.isValueNode() ? example.asText() : example.toString().replace("\"", "").replace(":", ": ");
    }

    private static String range(JsonNode keywords) {
        JsonNode minimum = keywords.path("minimum");
        JsonNode maximum = keywords.path("maximum");
        return maximum.isMissingNode() ? "from " + minimum + " up" : "from " + minimum + " to " + maximum;
    }

    private static List<String> join(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String kind(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String kind(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return switch (scalar.kind()) {
                case STRING -> "a string";
                case INTEGER, NUMBER -> "a number";
                case BOOLEAN -> "true or false";
                case NULL -> "empty";
            };
        }
        return tree instanceof Tree.Mapping ? "a mapping" : "a list";
    }

    private static String shown(Tree tree) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            return kind(tree);
        }
        String text = scalar.text();
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "..." : text) + "'";
    }
}
