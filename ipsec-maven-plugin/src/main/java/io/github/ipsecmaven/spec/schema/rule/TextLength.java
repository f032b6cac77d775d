package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** {@code minLength} and {@code maxLength}: how many characters a text has to have and may have, in code points. */
record TextLength(int least, int most) implements Rule {

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.STRING || fits(scalar.text());
    }

    private boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }
}
