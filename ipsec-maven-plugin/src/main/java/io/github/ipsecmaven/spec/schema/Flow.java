package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A value of the schema as a user writes it in one line of a spec. */
final class Flow {

    /** What every YAML reader takes for a string; anything else is put in quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][-A-Za-z0-9_./]*(:[-A-Za-z0-9_./]+)*");

    private static final Pattern WORD_OF_ANOTHER_KIND = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private Flow() {}

    static String of(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> parts.add(field.getKey() + ": " + of(field.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(of(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        return value.isTextual() && isPlain(value.textValue()) ? value.textValue() : value.toString();
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !WORD_OF_ANOTHER_KIND.matcher(text).matches();
    }
}
