package io.github.ipsecmaven.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Objects as YAML that every reader takes for the same: block style, stable order, LF; lists are not indented below
 * their key, as {@code kubectl} writes them. How a string is written says {@link YamlString}.
 *
 * <p>Written without a library: SnakeYAML's representer, serializer and emitter took a fifth of a fleet's work and a
 * tenth of a cold run's. A test holds that SnakeYAML would write the same bytes.
 */
public final class ManifestYaml {

    private static final int INDENT = 2;

    /** By the column in which the next line begins. */
    private static final String[] LINE_BREAKS = lineBreaks();

    private final StringBuilder text;

    private ManifestYaml(StringBuilder text) {
        this.text = text;
    }

    /** Permission bits, written as people read them: {@code 0400}. */
    public record Octal(int value) {}

    /**
     * The body as YAML, with a comment of one or more lines above it.
     *
     * @param comment without {@code #}; empty for none
     * @param body of mappings, lists, strings, whole numbers, booleans and {@link Octal}; keys are of one line
     * @throws IllegalArgumentException for a value of another kind
     */
    public static byte[] bytes(String comment, Map<String, ?> body) {
        StringBuilder text = new StringBuilder(1024);
        text.append(FileHeader.commented(comment));
        new ManifestYaml(text).write(body, 0);
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a value from where the text stands to the value's last character. One method for all kinds: of several that
     * call each other, the JVM's compiler copies each into the others, and works on that for a third of a second.
     *
     * @param column in which the lines of a mapping, a list, or a text of several lines begin
     */
    private void write(Object value, int column) {
        if (value instanceof String string) {
            YamlString.append(string, column, text);
        } else if (value instanceof Map<?, ?> mapping) {
            String before = "";
            for (Map.Entry<?, ?> entry : mapping.entrySet()) {
                text.append(before);
                YamlString.append((String) entry.getKey(), column + INDENT, text);
                int below = entry.getValue() instanceof List ? column : column + INDENT;
                text.append(':').append(isBlock(entry.getValue()) ? lineBreak(below) : " ");
                write(entry.getValue(), below);
                before = lineBreak(column);
            }
            text.append(mapping.isEmpty() ? "{}" : "");
        } else if (value instanceof List<?> list) {
            String before = "- ";
            for (Object item : list) {
                text.append(before);
                write(item, column + INDENT);
                before = lineBreak(column) + "- ";
            }
            text.append(list.isEmpty() ? "[]" : "");
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Octal octal) {
            text.append('0').append(Integer.toOctalString(octal.value()));
        } else {
            throw new IllegalArgumentException("no YAML is known for " + value);
        }
    }

    /** Whether it is written on lines of its own. */
    private static boolean isBlock(Object value) {
        return value instanceof Map<?, ?> mapping ? !mapping.isEmpty() : value instanceof List<?> list && !list.isEmpty();
    }

    private static String lineBreak(int column) {
        return column < LINE_BREAKS.length ? LINE_BREAKS[column] : "\n" + " ".repeat(column);
    }

    private static String[] lineBreaks() {
        String[] breaks = new String[40];
        for (int column = 0; column < breaks.length; column++) {
            breaks[column] = "\n" + " ".repeat(column);
        }
        return breaks;
    }
}
