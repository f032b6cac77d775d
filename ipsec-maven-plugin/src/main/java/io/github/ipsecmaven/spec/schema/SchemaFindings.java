package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Redaction;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every message about a document that is YAML but not the language, in the user's words instead of the validator's. */
final class SchemaFindings {

    private static final Pattern LEADING_ZEROS = Pattern.compile("[-+]?0[0-9]+");

    private final JsonNode schema;
    private final Tree.Mapping document;

    SchemaFindings(JsonNode schema, Tree.Mapping document) {
        this.schema = schema;
        this.document = document;
    }

    /** The finding that an error stands for; empty where it only follows from another one. */
    Optional<Diagnostic> finding(Error error) {
        Place place = place(error.getInstanceLocation());
        JsonNode keywords = siblings(error);
        return follows(place, error) ? Optional.empty() : Optional.of(finding(error, place, keywords));
    }

    /** A misspelt key is one mistake, not a key too many and one too few; nor is a fraction also out of range. */
    private boolean follows(Place place, Error error) {
        return switch (error.getKeyword()) {
            case "required" -> {
                List<String> known = new ArrayList<>();
                described(error.getInstanceLocation()).path("properties").fieldNames().forEachRemaining(known::add);
                yield ((Tree.Mapping) place.tree()).entries().keySet().stream()
                        .filter(key -> !known.contains(key))
                        .anyMatch(key -> Nearest.to(key, known).equals(Optional.of(error.getProperty())));
            }
            case "minimum", "maximum" ->
                    !(place.tree() instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.INTEGER;
            default -> false;
        };
    }

    private Diagnostic finding(Error error, Place place, JsonNode keywords) {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(place, error.getProperty(), keywords);
            case "required" -> missingKey(
                    place, error.getProperty(), described(error.getInstanceLocation()));
            case "type" -> wrongType(place, keywords.path("type"), exampleOf(error.getInstanceLocation()));
            case "enum", "const" -> notOneOf(place, keywords);
            case "pattern", "maxLength" -> SchemaFinding.MALFORMED.at(place.value(),
                    place.name() + " cannot be " + shown(place.tree()), "", form(keywords));
            case "propertyNames" -> SchemaFinding.MALFORMED.at(keyOf(place, error.getProperty()),
                    "'" + error.getProperty() + "' cannot be a key of " + place.name(), "",
                    form(resolved(keywords.path("propertyNames"))));
            case "minLength", "minProperties" -> tooShort(place, exampleOf(error.getInstanceLocation()));
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
                    owned(saidBy.textValue()));
        }
        List<String> known = new ArrayList<>();
        keywords.path("properties").fieldNames().forEachRemaining(known::add);
        String mend = key.equals("<<")
                ? "merge keys are not part of YAML 1.2; use `nodeDefaults` or `extends`"
                : Nearest.to(key, known).map(near -> "did you mean '" + near + "'? ").orElse("")
                        + "keys that may stand here: " + String.join(", ", known);
        return SchemaFinding.UNKNOWN_KEY.at(at, "unknown key '" + key + "'", "", mend);
    }

    private static String owned(String saidBy) {
        return saidBy.startsWith("nothing: ")
                ? "leave it out: " + saidBy.substring("nothing: ".length())
                : "the language has its own word for it: " + saidBy;
    }

    private Diagnostic missingKey(Place place, String key, JsonNode described) {
        JsonNode property = described.path("properties").path(key);
        String mend = "add a line `" + key + ": " + Flow.of(property.path("examples").path(0)) + "`";
        String meaning = property.path("description").asText("");
        return SchemaFinding.MISSING_KEY.at(place.key(),
                place.name() + " has no key '" + key + "'", meaning, mend);
    }

    private Diagnostic wrongType(Place place, JsonNode expected, String example) {
        String wanted = expected.isArray()
                ? join(expected).stream().map(SchemaFindings::kind).collect(Collectors.joining(" or "))
                : kind(expected.asText());
        String mend;
        if (place.tree() instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL) {
            mend = wanted.contains("mapping")
                    ? "write `{}` where there is nothing to say"
                    : "write " + wanted + ", " + example + ", or leave the key out";
        } else if (place.tree() instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.STRING
                && wanted.contains("string")) {
            mend = "write it in quotes, \"" + scalar.text() + "\": unquoted, YAML readers take it for "
                    + kind(scalar) + " and may change it";
        } else if (wanted.contains("number") && place.tree() instanceof Tree.Scalar scalar
                && LEADING_ZEROS.matcher(scalar.text()).matches()) {
            mend = "write it without zeros in front: some YAML readers take such a number for octal, "
                    + "others for decimal";
        } else {
            mend = "write " + wanted + (wanted.equals("true or false") ? "" : ", " + example);
        }
        boolean fraction = wanted.contains("number") && place.tree() instanceof Tree.Scalar scalar
                && scalar.kind() == Tree.Kind.NUMBER;
        String found = fraction ? shown(place.tree()) : kind(place.tree());
        return SchemaFinding.WRONG_TYPE.at(place.value(),
                place.name() + " has to be " + wanted + ", not " + found, "", mend);
    }

    private Diagnostic notOneOf(Place place, JsonNode keywords) {
        List<String> allowed = keywords.has("const")
                ? List.of(keywords.path("const").asText())
                : join(keywords.path("enum"));
        if (place.tree() instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL) {
            return SchemaFinding.NOT_A_CHOICE.at(place.value(), place.name() + " is empty", "",
                    "write one of " + String.join(", ", allowed) + ", or leave the key out");
        }
        String typed = place.tree() instanceof Tree.Scalar scalar ? scalar.text() : "";
        String mend = Nearest.to(typed, allowed).map(near -> "did you mean '" + near + "'? ").orElse("")
                + (allowed.size() == 1 ? "the only value is " : "one of ") + String.join(", ", allowed);
        return SchemaFinding.NOT_A_CHOICE.at(place.value(),
                place.name() + " cannot be " + shown(place.tree()), "", mend);
    }

    private static Diagnostic tooShort(Place place, String example) {
        boolean empty = !(place.tree() instanceof Tree.Scalar scalar) || scalar.text().isEmpty();
        return SchemaFinding.MALFORMED.at(place.value(),
                place.name() + (empty ? " is empty" : " is too short: " + shown(place.tree())), "",
                empty ? "write a value, " + example + ", or leave the key out" : "write more, " + example);
    }

    private static String form(JsonNode keywords) {
        return keywords.path("patternErrorMessage").asText("at most " + keywords.path("maxLength") + " characters");
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

    /** What might stand at a place: its own example, or that of what it refers to. */
    private String exampleOf(NodePath path) {
        JsonNode parent = described(path.getParent());
        JsonNode own = parent.path("properties").path(path.getElement(path.getNameCount() - 1).toString());
        JsonNode keywords = own.has("examples") ? own : described(path);
        return "for example `" + Flow.of(keywords.path("examples").path(0)) + "`";
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
        String text = Redaction.ofMessage(scalar.text());
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "..." : text) + "'";
    }
}
