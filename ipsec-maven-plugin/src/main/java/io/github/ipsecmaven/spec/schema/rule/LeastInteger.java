package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.math.BigInteger;

/** {@code minimum} of a whole number. */
record LeastInteger(BigInteger least) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.INTEGER
                || scalar.integer().compareTo(least) >= 0;
    }
}
