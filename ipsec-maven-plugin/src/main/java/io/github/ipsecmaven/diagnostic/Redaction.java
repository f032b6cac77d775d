package io.github.ipsecmaven.diagnostic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps out of the log what somebody wrote into a spec although it does not belong there: the language has no place for
 * a secret, and so its own findings would be the ones to print it.
 */
final class Redaction {

    /** A key that sounds like a secret, with a value of its own on the same line; a mapping says where, not what. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\"']?\\b(?:psk|password|passphrase|secret)[\"']?\\s*:\\s*)(?![\\s{&#])([^,}]+)");

    /** A private age key, wherever it stands. */
    private static final Pattern PRIVATE_KEY = Pattern.compile("(?i)\\bAGE-(?:SECRET-KEY|PLUGIN)-[0-9A-Z-]+");

    private Redaction() {}

    /** A text of ours that may repeat one of the user's. */
    static String ofPrivateKeys(String text) {
        // Every message passes here; hardly one has a key in it.
        if (!text.toUpperCase(Locale.ROOT).contains("AGE-")) {
            return text;
        }
        Matcher key = PRIVATE_KEY.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (key.find()) {
            key.appendReplacement(shown, "*".repeat(key.group().length()));
        }
        return key.appendTail(shown).toString();
    }

    static String of(String text) {
        String line = ofPrivateKeys(text);
        Matcher secret = SECRET.matcher(line);
        StringBuilder shown = new StringBuilder();
        while (secret.find()) {
            String stars = "*".repeat(secret.group(2).length());
            secret.appendReplacement(shown, Matcher.quoteReplacement(secret.group(1) + stars));
        }
        return secret.appendTail(shown).toString();
    }
}
