package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Set;

/** {@code const} and {@code enum}: one of some texts, and nothing that is no text. */
record OneOf(Set<String> texts) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return value instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.STRING && texts.contains(scalar.text());
    }
}
