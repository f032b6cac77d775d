package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Map;

/** {@code properties} and {@code additionalProperties}: what is asked of each value of a mapping, by its key. */
record Properties(Map<String, Rule> byKey, Rule others) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        if (value instanceof Tree.Mapping mapping) {
            for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
                Rule rule = byKey.getOrDefault(entry.getKey(), others);
                if (!rule.accepts(entry.getValue().value())) {
                    return false;
                }
            }
        }
        return true;
    }
}
