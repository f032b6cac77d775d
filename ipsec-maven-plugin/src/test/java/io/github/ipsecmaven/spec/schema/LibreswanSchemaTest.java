package io.github.ipsecmaven.spec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOption.Type;
import io.github.ipsecmaven.openshift.LibreswanOption.Use;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The language's escape hatch and the table of libreswan's options say the same. */
class LibreswanSchemaTest {

    private static final JsonNode HATCH = LanguageSchema.get().document().at("/$defs/libreswan");

    @Test
    void theHatchHasEveryFreeOption() {
        assertEquals(names(option -> option.use() == Use.FREE), keys(HATCH.path("properties")));
    }

    @Test
    void theHatchSaysWhatToWriteForEveryOther() {
        assertEquals(names(option -> option.use() != Use.FREE), keys(HATCH.path("x-saidBy")));
    }

    @Test
    void valuesHaveTheTypeThatNmstateWants() {
        for (LibreswanOption option : LibreswanOptions.all()) {
            if (option.use() == Use.FREE) {
                JsonNode property = HATCH.path("properties").path(option.name());
                String type = property.has("enum") ? "\"string\"" : property.path("type").toString();
                assertEquals(expected(option.type()), type, option.name());
            }
        }
    }

    private static String expected(Type type) {
        return switch (type) {
            case BOOLEAN -> "\"boolean\"";
            case INTEGER -> "\"integer\"";
            case INTERFACE -> "[\"string\",\"integer\"]";
            case STRING, CHOICE, DURATION, PROPOSALS, PROTOPORT -> "\"string\"";
        };
    }

    private static Set<String> names(Predicate<LibreswanOption> wanted) {
        return LibreswanOptions.all().stream().filter(wanted).map(LibreswanOption::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
