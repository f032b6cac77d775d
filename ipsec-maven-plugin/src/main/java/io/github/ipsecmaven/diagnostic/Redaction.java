package io.github.ipsecmaven.diagnostic;

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

    private Redaction() {}

    static String of(String line) {
        Matcher secret = SECRET.matcher(line);
        StringBuilder shown = new StringBuilder();
        while (secret.find()) {
            String stars = "*".repeat(secret.group(2).length());
            secret.appendReplacement(shown, Matcher.quoteReplacement(secret.group(1) + stars));
        }
        return secret.appendTail(shown).toString();
    }
}
