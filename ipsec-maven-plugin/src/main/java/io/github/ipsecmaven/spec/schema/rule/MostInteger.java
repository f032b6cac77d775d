package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.math.BigInteger;

/** {@code maximum} of a whole number. */
record MostInteger(BigInteger most) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.INTEGER
                || scalar.integer().compareTo(most) <= 0;
    }
}
