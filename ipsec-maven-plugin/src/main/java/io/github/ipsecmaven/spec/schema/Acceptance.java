package io.github.ipsecmaven.spec.schema;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.yaml.Tree;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a document is the language, decided without the validator, whose six hundred classes are a third of a cold
 * run. It only ever says yes to what it fully understands: whatever else there is, in the document or in the schema, is
 * left to {@link LanguageSchema}, which also words what is wrong.
 */
public final class Acceptance {

    /** The schema without what it explains, which is four fifths of it. A test keeps the two together. */
    static final String RULES = "ipsec-v1.rules.json";

    private static final Acceptance INSTANCE = new Acceptance(schema());

    /** Keywords that say nothing about what is valid, and those that are read together with another one. */
    private static final Set<String> SILENT = Set.of("$schema", "$id", "$defs", "title", "description", "examples",
            "default", "patternErrorMessage", "x-saidBy", "then", "else");

    private final Tree.Mapping schema;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    Acceptance(Tree.Mapping schema) {
        this.schema = schema;
    }

    /** The check against the plugin's own schema. */
    public static Acceptance get() {
        return INSTANCE;
    }

    /** Whether the document certainly is the language. */
    public boolean accepts(Tree.Mapping document) {
        return judge(schema, document) == Verdict.VALID;
    }

    /** {@code UNCLEAR} is neither: what depends on it is unclear, too, so that a negation cannot turn it into a yes. */
    private enum Verdict {
        VALID,
        INVALID,
        UNCLEAR;

        static Verdict of(boolean valid) {
            return valid ? VALID : INVALID;
        }

        Verdict not() {
            return this == UNCLEAR ? this : of(this == INVALID);
        }
    }

    private Verdict judge(Tree rule, Tree value) {
        if (rule instanceof Tree.Scalar always && always.kind() == Tree.Kind.BOOLEAN) {
            return Verdict.of(always.text().equals("true"));
        }
        if (!(rule instanceof Tree.Mapping keywords)) {
            return Verdict.UNCLEAR;
        }
        Verdict whole = Verdict.VALID;
        for (Map.Entry<String, Tree.Entry> keyword : keywords.entries().entrySet()) {
            if (!SILENT.contains(keyword.getKey())) {
                Verdict verdict = judge(keyword.getKey(), keyword.getValue().value(), keywords, value);
                if (verdict == Verdict.UNCLEAR) {
                    return verdict;
                }
                whole = verdict == Verdict.INVALID ? verdict : whole;
            }
        }
        return whole;
    }

    private Verdict judge(String keyword, Tree rule, Tree.Mapping keywords, Tree value) {
        return switch (keyword) {
            case "$ref" -> judge(definition(text(rule)), value);
            case "allOf" -> all(items(rule), value);
            case "not" -> judge(rule, value).not();
            case "if" -> branch(judge(rule, value), keywords, value);
            case "type" -> type(rule, value);
            case "const" -> oneOf(List.of(rule), value);
            case "enum" -> oneOf(items(rule), value);
            case "properties" -> value instanceof Tree.Mapping mapping
                    ? properties((Tree.Mapping) rule, mapping)
                    : Verdict.VALID;
            case "additionalProperties" -> value instanceof Tree.Mapping mapping
                    ? others(rule, keywords, mapping)
                    : Verdict.VALID;
            case "propertyNames" -> value instanceof Tree.Mapping mapping ? names(rule, mapping) : Verdict.VALID;
            case "required" -> Verdict.of(!(value instanceof Tree.Mapping mapping) || hasAll(mapping, items(rule)));
            case "minProperties" -> Verdict.of(!(value instanceof Tree.Mapping mapping)
                    || mapping.entries().size() >= number(rule).intValueExact());
            case "minItems" -> Verdict.of(!(value instanceof Tree.Sequence sequence)
                    || sequence.items().size() >= number(rule).intValueExact());
            case "items" -> value instanceof Tree.Sequence sequence ? each(rule, sequence.items()) : Verdict.VALID;
            case "pattern" -> Verdict.of(!isString(value) || matches(text(rule), text(value)));
            case "minLength" -> Verdict.of(!isString(value) || length(value) >= number(rule).intValueExact());
            case "maxLength" -> Verdict.of(!isString(value) || length(value) <= number(rule).intValueExact());
            case "minimum" -> isInteger(value) ? Verdict.of(isOrdered(rule, value)) : Verdict.VALID;
            case "maximum" -> isInteger(value) ? Verdict.of(isOrdered(value, rule)) : Verdict.VALID;
            default -> Verdict.UNCLEAR;
        };
    }

    private static boolean hasAll(Tree.Mapping mapping, List<Tree> keys) {
        for (Tree key : keys) {
            if (!mapping.has(text(key))) {
                return false;
            }
        }
        return true;
    }

    private Verdict branch(Verdict condition, Tree.Mapping keywords, Tree value) {
        if (condition == Verdict.UNCLEAR) {
            return condition;
        }
        String chosen = condition == Verdict.VALID ? "then" : "else";
        return keywords.has(chosen) ? judge(keywords.get(chosen), value) : Verdict.VALID;
    }

    private Verdict all(Iterable<Tree> rules, Tree value) {
        for (Tree rule : rules) {
            Verdict verdict = judge(rule, value);
            if (verdict != Verdict.VALID) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private Verdict each(Tree rule, Iterable<Tree> values) {
        for (Tree value : values) {
            Verdict verdict = judge(rule, value);
            if (verdict != Verdict.VALID) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private Verdict properties(Tree.Mapping rules, Tree.Mapping mapping) {
        for (Map.Entry<String, Tree.Entry> rule : rules.entries().entrySet()) {
            Tree value = mapping.get(rule.getKey());
            Verdict verdict = value == null ? Verdict.VALID : judge(rule.getValue().value(), value);
            if (verdict != Verdict.VALID) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private Verdict others(Tree rule, Tree.Mapping keywords, Tree.Mapping mapping) {
        Tree known = keywords.get("properties");
        for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
            if (!(known instanceof Tree.Mapping properties && properties.has(entry.getKey()))) {
                Verdict verdict = judge(rule, entry.getValue().value());
                if (verdict != Verdict.VALID) {
                    return verdict;
                }
            }
        }
        return Verdict.VALID;
    }

    private Verdict names(Tree rule, Tree.Mapping mapping) {
        for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
            Verdict verdict = judge(rule, new Tree.Scalar(entry.getValue().keyAt(), Tree.Kind.STRING, entry.getKey()));
            if (verdict != Verdict.VALID) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private static Verdict type(Tree rule, Tree value) {
        List<Tree> types = rule instanceof Tree.Sequence several ? several.items() : List.of(rule);
        Verdict verdict = Verdict.INVALID;
        for (Tree type : types) {
            switch (isOfType(text(type), value)) {
                case VALID -> verdict = Verdict.VALID;
                case UNCLEAR -> {
                    return Verdict.UNCLEAR;
                }
                default -> { }
            }
        }
        return verdict;
    }

    private static Verdict isOfType(String type, Tree value) {
        return switch (type) {
            case "object" -> Verdict.of(value instanceof Tree.Mapping);
            case "array" -> Verdict.of(value instanceof Tree.Sequence);
            case "string" -> Verdict.of(isString(value));
            case "integer" -> Verdict.of(isInteger(value));
            case "boolean" -> Verdict.of(isScalar(value, Tree.Kind.BOOLEAN));
            case "null" -> Verdict.of(isScalar(value, Tree.Kind.NULL));
            default -> Verdict.UNCLEAR;
        };
    }

    private static Verdict oneOf(List<Tree> choices, Tree value) {
        Verdict verdict = Verdict.INVALID;
        for (Tree choice : choices) {
            if (!isString(choice)) {
                return Verdict.UNCLEAR;
            }
            verdict = isString(value) && text(choice).equals(text(value)) ? Verdict.VALID : verdict;
        }
        return verdict;
    }

    private Tree definition(String reference) {
        String prefix = "#/$defs/";
        return reference.startsWith(prefix) && schema.get("$defs") instanceof Tree.Mapping definitions
                ? definitions.get(reference.substring(prefix.length()))
                : null;
    }

    private boolean matches(String pattern, String text) {
        Pattern compiled = patterns.get(pattern);
        if (compiled == null) {
            compiled = Pattern.compile(pattern);
            patterns.put(pattern, compiled);
        }
        Matcher matcher = compiled.matcher(text);
        // In Java a dollar also matches before a last line break, in the schema's dialect it does not.
        return matcher.find() && (!pattern.endsWith("$") || matcher.end() == text.length());
    }

    private static boolean isString(Tree value) {
        return isScalar(value, Tree.Kind.STRING);
    }

    private static boolean isInteger(Tree value) {
        return isScalar(value, Tree.Kind.INTEGER);
    }

    private static boolean isScalar(Tree value, Tree.Kind kind) {
        return value instanceof Tree.Scalar scalar && scalar.kind() == kind;
    }

    private static boolean isOrdered(Tree smaller, Tree larger) {
        return number(smaller).compareTo(number(larger)) <= 0;
    }

    private static int length(Tree value) {
        return text(value).codePointCount(0, text(value).length());
    }

    private static BigInteger number(Tree value) {
        return ((Tree.Scalar) value).integer();
    }

    private static String text(Tree value) {
        return ((Tree.Scalar) value).text();
    }

    private static List<Tree> items(Tree value) {
        return ((Tree.Sequence) value).items();
    }

    private static Tree.Mapping schema() {
        try (InputStream in = Acceptance.class.getResourceAsStream(RULES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            SourceText source = new SourceText(Path.of(RULES), RULES, text);
            // JSON is YAML; the reader of specs is loaded anyway.
            return YamlReader.read(source, new Diagnostics()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own schema cannot be read", e);
        }
    }
}
