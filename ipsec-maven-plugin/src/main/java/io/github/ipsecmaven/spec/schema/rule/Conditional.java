package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code if}, {@code then} and {@code else}. */
record Conditional(Rule condition, Rule then, Rule otherwise) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return (condition.accepts(value) ? then : otherwise).accepts(value);
    }
}
