package io.github.ipsecmaven.policy;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code <hostname>} of a procedure's examples, where nobody wrote what it stands for. */
public final class Placeholder {

    private static final Pattern FORM = Pattern.compile("<[^<>]+>");

    private Placeholder() {}

    /** The first placeholder of a text. */
    public static Optional<MatchResult> in(String text) {
        if (text.indexOf('<') < 0) {
            return Optional.empty();
        }
        Matcher placeholder = FORM.matcher(text);
        return placeholder.find() ? Optional.of(placeholder) : Optional.empty();
    }

    /** Whether a text has one: then one rule says so, and the others have nothing to judge. */
    public static boolean isIn(String text) {
        return in(text).isPresent();
    }
}
