package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.List;

/** {@code required}: the keys that a mapping has to have. */
record Required(List<String> keys) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        if (value instanceof Tree.Mapping mapping) {
            for (String key : keys) {
                if (!mapping.has(key)) {
                    return false;
                }
            }
        }
        return true;
    }
}
