package io.github.ipsecmaven.runbook;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Maps, lists, strings, booleans and nulls as JSON, indented by two, keys in their order. */
final class Json {

    private Json() {}

    /** The value as a text that ends with a line end. */
    static String write(Object value) {
        return write(value, "") + "\n";
    }

    private static String write(Object value, String indent) {
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(",\n" + inner, "{\n" + inner, "\n" + indent + "}").setEmptyValue("{}");
            for (Map.Entry<?, ?> member : map.entrySet()) {
                members.add(quoted((String) member.getKey()) + ": " + write(member.getValue(), inner));
            }
            return members.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner items = new StringJoiner(",\n" + inner, "[\n" + inner, "\n" + indent + "]").setEmptyValue("[]");
            for (Object item : list) {
                items.add(write(item, inner));
            }
            return items.toString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
