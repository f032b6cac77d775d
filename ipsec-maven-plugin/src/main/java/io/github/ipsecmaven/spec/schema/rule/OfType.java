package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Set;

/** {@code type}: one of some, by their names. */
record OfType(Set<String> names) implements Rule {

    /** All but {@code number}, for which the language has no use. */
    static final Set<String> KNOWN = Set.of("object", "array", "string", "integer", "boolean", "null");

    @Override
    public boolean accepts(Tree value) {
        return names.contains(nameOf(value));
    }

    private static String nameOf(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            return switch (scalar.kind()) {
                case STRING -> "string";
                case INTEGER -> "integer";
                case BOOLEAN -> "boolean";
                case NULL -> "null";
                case NUMBER -> "number";
            };
        }
        return value instanceof Tree.Mapping ? "object" : "array";
    }
}
