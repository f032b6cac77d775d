package io.github.ipsecmaven.manifest;

import java.util.Locale;
import java.util.Set;

/**
 * How a string is written in YAML. Of several lines it is a literal block. Else it is quoted unless it starts like a
 * word and is none that YAML 1.1 or 1.2 resolves, because the readers on the way (kustomize, the API server, nmstate)
 * do not agree on the version: {@code 1e3}, {@code 0o17} and {@code yes} are strings to some only. What cannot be
 * written so, such as a control character, is escaped in double quotes.
 */
final class YamlString {

    private static final Set<String> RESOLVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final int LONGEST_RESOLVED = 5;

    private YamlString() {}

    private enum Style { PLAIN, QUOTED, LITERAL, ESCAPED }

    /** @param column of the lines of a literal block */
    static void append(String string, int column, StringBuilder text) {
        Style style = styleOf(string);
        if (style == Style.PLAIN) {
            text.append(string);
        } else if (style == Style.QUOTED) {
            text.append('\'').append(string.replace("'", "''")).append('\'');
        } else if (style == Style.LITERAL) {
            literal(string, column, text);
        } else {
            escaped(string, text);
        }
    }

    /** By one look at each character. Spaces at the end of a line are escaped, since a literal block would hide them. */
    private static Style styleOf(String string) {
        boolean plain = startsLikeAWord(string) && !isResolved(string);
        boolean severalLines = false;
        char before = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (!isPrintable(c) || c == '\n' && before == ' ') {
                return Style.ESCAPED;
            }
            severalLines |= c == '\n';
            plain &= !(before == ':' && c == ' ') && !(before == ' ' && c == '#');
            before = c;
        }
        if (severalLines) {
            return before == ' ' ? Style.ESCAPED : Style.LITERAL;
        }
        return plain && before != ' ' && before != ':' ? Style.PLAIN : Style.QUOTED;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~' || c == '\n'
                || c >= '\u00a0' && c != '\u2028' && c != '\u2029' && c != '\ufeff' && c < '\ufffe';
    }

    private static boolean startsLikeAWord(String string) {
        char first = string.isEmpty() ? ' ' : string.charAt(0);
        return first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z' || first == '/' || first == '_';
    }

    private static boolean isResolved(String string) {
        return string.length() <= LONGEST_RESOLVED && RESOLVED.contains(string.toLowerCase(Locale.ROOT));
    }

    private static void literal(String string, int column, StringBuilder text) {
        text.append('|');
        if (string.charAt(0) == ' ' || string.charAt(0) == '\n') {
            text.append(2);
        }
        if (!string.endsWith("\n")) {
            text.append('-');
        } else if (string.length() == 1 || string.endsWith("\n\n")) {
            text.append('+');
        }
        String indented = "\n" + " ".repeat(column);
        int start = 0;
        while (start < string.length()) {
            int end = string.indexOf('\n', start);
            end = end < 0 ? string.length() : end;
            text.append(end > start ? indented : "\n").append(string, start, end);
            start = end + 1;
        }
    }

    private static void escaped(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            text.append(escaped(string.charAt(i)));
        }
        text.append('"');
    }

    /** YAML 1.2, section 5.7. */
    private static String escaped(char c) {
        return switch (c) {
            case '\0' -> "\\0";
            case '\u0007' -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\u000b' -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '\u001b' -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\u0085' -> "\\N";
            case '\u00a0' -> "\\_";
            case '\u2028' -> "\\L";
            case '\u2029' -> "\\P";
            default -> isPrintable(c)
                    ? String.valueOf(c)
                    : String.format(c <= 0xff ? "\\x%02x" : "\\u%04x", (int) c);
        };
    }
}
