package io.github.ipsecmaven.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code <hostname>} of a procedure's examples, where nobody wrote what it stands for. */
public final class Placeholder {

    private static final Pattern FORM = Pattern.compile("<[^<>]+>");

    private Placeholder() {}

    /** Finds the placeholders of a text. */
    public static Matcher in(String text) {
        return FORM.matcher(text);
    }

    /** Whether a text has one: then one rule says so, and the others have nothing to judge. */
    public static boolean isIn(String text) {
        return text.indexOf('<') >= 0 && in(text).find();
    }
}
