package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Map;

/** {@code propertyNames}: what is asked of each key of a mapping, as of a text. */
record Keys(Rule rule) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        if (value instanceof Tree.Mapping mapping) {
            for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
                if (!rule.accepts(new Tree.Scalar(entry.getValue().keyAt(), Tree.Kind.STRING, entry.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }
}
