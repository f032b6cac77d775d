package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code minItems}: how many items a list has to have. */
record LeastItems(int count) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Sequence sequence) || sequence.items().size() >= count;
    }
}
