package io.github.ipsecmaven.diagnostic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps out of the log what somebody wrote into a spec although it does not belong there: the language has no place for
 * a secret, and so its own findings would be the ones to print it.
 */
public final class Redaction {

    /** A key that sounds like a secret, with a value of its own on the same line; a mapping says where, not what. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\"']?\\b(?:psk|password|passphrase|secret)[\"']?\\s*:\\s*)(?![\\s{&#])([^,}]+)");

    /** A private age key, wherever it stands. */
    private static final Pattern PRIVATE_KEY = Pattern.compile("(?i)()(\\bAGE-(?:SECRET-KEY|PLUGIN)-[0-9A-Z-]+)");

    /**
     * What stands before the host of a URL, where it holds a password, or is a token of GitHub or GitLab. A password may
     * hold what no URL may, so it ends with the last {@code @} of the line, unless a port stands in its place.
     */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(://)([^/\\s:@]*:(?:(?![0-9]+(?:[/?#'\"`]|$)).*|\\S*)|(?:gh[oprsu]_|github_pat_|glpat-)[^@/\\s]*)(?=@)");

    private Redaction() {}

    /** A text of ours that may repeat one of the user's. What is cut short is given here before it is cut. */
    public static String ofMessage(String text) {
        String shown = text;
        // Every message passes here; hardly one has a key or a URL in it.
        if (shown.toUpperCase(Locale.ROOT).contains("AGE-")) {
            shown = starred(PRIVATE_KEY, shown);
        }
        return shown.contains("://") ? starred(CREDENTIALS, shown) : shown;
    }

    /** A line of the user's. */
    static String ofLine(String text) {
        return starred(SECRET, ofMessage(text));
    }

    /** The text with as many stars as the second group of the pattern has characters. */
    private static String starred(Pattern pattern, String text) {
        Matcher secret = pattern.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (secret.find()) {
            String stars = "*".repeat(secret.group(2).length());
            secret.appendReplacement(shown, Matcher.quoteReplacement(secret.group(1) + stars));
        }
        return secret.appendTail(shown).toString();
    }
}
