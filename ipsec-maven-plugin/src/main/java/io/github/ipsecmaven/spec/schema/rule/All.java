package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.List;

/** Every one of some rules; of none, anything. */
record All(List<Rule> rules) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        for (Rule rule : rules) {
            if (!rule.accepts(value)) {
                return false;
            }
        }
        return true;
    }
}
