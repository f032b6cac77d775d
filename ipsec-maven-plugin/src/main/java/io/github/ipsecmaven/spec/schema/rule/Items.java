package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code items}: what is asked of each item of a list. */
record Items(Rule rule) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        if (value instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                if (!rule.accepts(item)) {
                    return false;
                }
            }
        }
        return true;
    }
}
