package io.github.ipsecmaven.diff;

import io.github.ipsecmaven.diagnostic.Redaction;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a report may show of a value: on one line, of a bearable length, and nothing of a key or a password. */
final class Shown {

    static final String HIDDEN = "(not shown)";
    static final String SEALED = "sealed";

    private static final int LONGEST = 160;

    /** A field that sounds like a secret, unless it says only where the secret lies. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:^|.*[.\\]])[a-z]*(?:psk|password|passphrase|passwd|secret|token|privatekey)");

    /** What base64 of bytes looks like, as opposed to a path, a name or a digest in hex. */
    private static final Pattern ENCODED = Pattern.compile("(?=.*[^0-9a-f])[A-Za-z0-9+/]{40,}={0,2}");

    private static final Pattern ENCODED_PIECE = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    /** How SOPS writes what it encrypts. */
    private static final String ENCRYPTED = "ENC[";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private Shown() {}

    /**
     * A value of a field; null for null.
     *
     * @param field its path
     */
    static String value(String field, Object value) {
        if (value == null) {
            return null;
        }
        if (SECRET.matcher(field).matches() && !(value instanceof Boolean)) {
            return HIDDEN;
        }
        if (value instanceof Integer mode && field.endsWith(".mode")) {
            return String.format("%04o", mode);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "{}" : flow(field, map);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "[]" : flow(field, list);
        }
        String text = String.valueOf(value);
        return isSealed(text) ? SEALED : line(text);
    }

    /** A value with all that is in it; null for null. */
    static String flow(String field, Object value) {
        return value == null ? null : cut(flowed(field, value));
    }

    private static String flowed(String field, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flowed(field + "." + entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(each -> flowed(field, each)).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value(field, value));
    }

    /** The same for the new value of a field, where it would look like the old one. */
    static String renewed(String field, Object before, Object after) {
        String shown = value(field, after);
        return shown != null && shown.equals(value(field, before)) ? shown + ", another" : shown;
    }

    /** A line of text. */
    static String line(String text) {
        if (text.contains(PRIVATE_KEY)) {
            return HIDDEN;
        }
        StringBuilder clean = new StringBuilder(text.length());
        Redaction.ofMessage(text).codePoints().forEach(c ->
                clean.appendCodePoint(c == '\t' ? ' ' : Character.isISOControl(c) ? '\uFFFD' : c));
        String shown = ENCODED_PIECE.matcher(clean).replaceAll(piece ->
                ENCODED.matcher(piece.group()).matches() ? "(" + piece.group().length() + " characters of base64)" : piece.group());
        return cut(shown);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Whether a value is encrypted. */
    static boolean isSealed(Object value) {
        return value instanceof String text && text.startsWith(ENCRYPTED);
    }

    /** Whether nothing of a text may be shown. */
    static boolean isSecret(String text) {
        return text.contains(PRIVATE_KEY);
    }
}
