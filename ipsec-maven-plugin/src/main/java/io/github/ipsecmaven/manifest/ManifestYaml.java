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
        if (body.isEmpty()) {
            text.append("{}\n");
        } else {
            new ManifestYaml(text).mapping(body, 0);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Begins where the text stands, which is at the column for the first key, and ends with a line break. */
    private void mapping(Map<?, ?> mapping, int column) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : mapping.entrySet()) {
            if (!first) {
                indent(column);
            }
            first = false;
            YamlString.append((String) entry.getKey(), column + INDENT, text);
            text.append(':');
            valueOf(entry.getValue(), column);
        }
    }

    private void valueOf(Object value, int column) {
        if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            text.append('\n');
            indent(column + INDENT);
            mapping(mapping, column + INDENT);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            indent(column);
            list(list, column);
        } else {
            scalar(value, column);
        }
    }

    private void list(List<?> list, int column) {
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                indent(column);
            }
            first = false;
            text.append('-');
            if (item instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
                text.append(' ');
                mapping(mapping, column + INDENT);
            } else if (item instanceof List<?> inner && !inner.isEmpty()) {
                text.append(' ');
                list(inner, column + INDENT);
            } else {
                scalar(item, column);
            }
        }
    }

    private void scalar(Object value, int column) {
        text.append(' ');
        if (value instanceof String string) {
            YamlString.append(string, column + INDENT, text);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Octal octal) {
            text.append('0').append(Integer.toOctalString(octal.value()));
        } else if (value instanceof Map) {
            text.append("{}");
        } else if (value instanceof List) {
            text.append("[]");
        } else {
            throw new IllegalArgumentException("no YAML is known for " + value);
        }
        text.append('\n');
    }

    private void indent(int column) {
        for (int i = 0; i < column; i++) {
            text.append(' ');
        }
    }
}
