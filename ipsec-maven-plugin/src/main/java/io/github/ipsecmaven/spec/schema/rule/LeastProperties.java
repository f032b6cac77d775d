package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code minProperties}: how many keys a mapping has to have. */
record LeastProperties(int count) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Mapping mapping) || mapping.entries().size() >= count;
    }
}
