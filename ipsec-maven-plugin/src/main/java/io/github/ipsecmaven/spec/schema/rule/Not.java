package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code not}. */
record Not(Rule rule) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !rule.accepts(value);
    }
}
