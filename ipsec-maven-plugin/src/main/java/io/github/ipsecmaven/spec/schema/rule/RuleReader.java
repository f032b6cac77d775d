package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Schema to {@link Rule}. */
public final class RuleReader {

    private static final String REFERENCE = "#/$defs/";
    private static final Rule ANYTHING = new All(List.of());
    private static final Rule NOTHING = new Not(ANYTHING);

    private final Tree.Mapping schema;
    private final Map<String, Rule> definitions = new HashMap<>();

    private RuleReader(Tree.Mapping schema) {
        this.schema = schema;
    }

    /** What a schema asks; empty where it says anything that is not understood here. */
    public static Optional<Rule> read(Tree.Mapping schema) {
        try {
            return Optional.of(new RuleReader(schema).rule(schema));
        } catch (NotUnderstood words) {
            return Optional.empty();
        }
    }

    private Rule rule(Tree written) {
        if (written instanceof Tree.Scalar always && always.kind() == Tree.Kind.BOOLEAN) {
            return always.text().equals("true") ? ANYTHING : NOTHING;
        }
        Tree.Mapping keywords = mapping(written);
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, Tree.Entry> keyword : keywords.entries().entrySet()) {
            Rule rule = rule(keyword.getKey(), keyword.getValue().value(), keywords);
            if (rule != ANYTHING) {
                rules.add(rule);
            }
        }
        return rules.size() == 1 ? rules.get(0) : new All(rules);
    }

    private Rule rule(String keyword, Tree value, Tree.Mapping beside) {
        return switch (keyword) {
            case "$ref" -> definition(text(value));
            case "allOf" -> new All(rules(value));
            case "not" -> new Not(rule(value));
            case "if" -> new Conditional(rule(value), ruleAt("then", beside), ruleAt("else", beside));
            case "type" -> new OfType(types(value));
            case "const" -> new OneOf(Set.of(text(value)));
            case "enum" -> new OneOf(Set.copyOf(texts(value)));
            case "properties" -> new Properties(rulesByKey(value), ruleAt("additionalProperties", beside));
            case "additionalProperties" ->
                    beside.has("properties") ? ANYTHING : new Properties(Map.of(), rule(value));
            case "propertyNames" -> new Keys(rule(value));
            case "required" -> new Required(texts(value));
            case "minProperties" -> new LeastProperties(count(value));
            case "items" -> new Items(rule(value));
            case "minItems" -> new LeastItems(count(value));
            case "pattern" -> TextPattern.of(text(value));
            case "minLength" -> new TextLength(count(value), Integer.MAX_VALUE);
            case "maxLength" -> new TextLength(0, count(value));
            case "minimum" -> new LeastInteger(number(value));
            case "maximum" -> new MostInteger(number(value));
            // Said together with another keyword, or for readers only.
            case "then", "else", "$schema", "$id", "$defs", "title", "description", "examples", "default",
                    "patternErrorMessage", "x-saidBy" -> ANYTHING;
            default -> throw new NotUnderstood(keyword);
        };
    }

    /** One that refers to itself, on whatever way, is not understood. */
    private Rule definition(String reference) {
        if (!definitions.containsKey(reference)) {
            definitions.put(reference, null);
            definitions.put(reference, rule(definitionAt(reference)));
        }
        Rule rule = definitions.get(reference);
        if (rule == null) {
            throw new NotUnderstood(reference);
        }
        return rule;
    }

    private Tree definitionAt(String reference) {
        if (reference.startsWith(REFERENCE) && schema.has("$defs")) {
            return mapping(schema.get("$defs")).get(reference.substring(REFERENCE.length()));
        }
        throw new NotUnderstood(reference);
    }

    private Rule ruleAt(String keyword, Tree.Mapping keywords) {
        return keywords.has(keyword) ? rule(keywords.get(keyword)) : ANYTHING;
    }

    private List<Rule> rules(Tree written) {
        List<Rule> rules = new ArrayList<>();
        for (Tree rule : items(written)) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private Map<String, Rule> rulesByKey(Tree written) {
        Map<String, Rule> rules = new HashMap<>();
        for (Map.Entry<String, Tree.Entry> rule : mapping(written).entries().entrySet()) {
            rules.put(rule.getKey(), rule(rule.getValue().value()));
        }
        return rules;
    }

    private static Set<String> types(Tree written) {
        Set<String> names = new HashSet<>(written instanceof Tree.Sequence ? texts(written) : List.of(text(written)));
        if (!OfType.KNOWN.containsAll(names)) {
            throw new NotUnderstood("type " + names);
        }
        return names;
    }

    private static List<String> texts(Tree written) {
        List<String> texts = new ArrayList<>();
        for (Tree text : items(written)) {
            texts.add(text(text));
        }
        return texts;
    }

    private static Tree.Mapping mapping(Tree written) {
        if (written instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw new NotUnderstood("no mapping");
    }

    private static List<Tree> items(Tree written) {
        if (written instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        throw new NotUnderstood("no list");
    }

    private static String text(Tree written) {
        return scalar(written, Tree.Kind.STRING).text();
    }

    private static int count(Tree written) {
        return number(written).intValueExact();
    }

    private static BigInteger number(Tree written) {
        return scalar(written, Tree.Kind.INTEGER).integer();
    }

    private static Tree.Scalar scalar(Tree written, Tree.Kind kind) {
        if (written instanceof Tree.Scalar scalar && scalar.kind() == kind) {
            return scalar;
        }
        throw new NotUnderstood("no " + kind);
    }
}
