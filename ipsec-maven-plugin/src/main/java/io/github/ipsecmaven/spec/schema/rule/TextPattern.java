package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pattern}: what a text has to hold.
 *
 * @param toTheEnd whether it ends with a dollar, which in Java also matches before a last line break, and in the
 *     schema's dialect does not
 */
record TextPattern(Pattern pattern, boolean toTheEnd) implements Rule {

    static TextPattern of(String pattern) {
        return new TextPattern(Pattern.compile(pattern), pattern.endsWith("$"));
    }

    @Override
    public boolean accepts(Tree value) {
        return !(value instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.STRING || matches(scalar.text());
    }

    private boolean matches(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() && (!toTheEnd || matcher.end() == text.length());
    }
}
