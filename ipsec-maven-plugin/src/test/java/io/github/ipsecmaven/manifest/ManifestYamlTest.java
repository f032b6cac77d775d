package io.github.ipsecmaven.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ipsecmaven.testkit.SnakeYamlWriter;
import io.github.ipsecmaven.testkit.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestYamlTest {

    private static final String[] PIECES = {
        "a", "Z", "0", "7", ".", "-", "_", "/", ":", "#", " ", "  ", "\n", "\n\n", "'", "\"", "\\", "%", "@", "`", "&",
        "*", "!", "|", ">", "?", ",", "[", "]", "{", "}", "=", "~", "yes", "null", "1e3", "---", "...", ": ", " #",
        "0x1F", "<<", "- ", "\t", "\r", "\0", "\u0007", "\u007f", "\u00a0", "\u00e9", "\uffff", "\ud83d\ude00",
    };

    /** Line breaks to YAML 1.1, not to YAML 1.2, and the byte order mark: always escaped. */
    private static final String[] ESCAPED = {"a", " ", "\n", "\u0085", "\u2028", "\u2029", "\ufeff"};

    private final Random random = new Random(20261125);

    @Test
    void writesWhatTheLibraryWouldWrite() {
        for (int i = 0; i < 5000; i++) {
            Map<String, Object> body = mapping(3, PIECES);

            assertEquals(SnakeYamlWriter.dump(body), written(body));
        }
    }

    @Test
    void writesWhatIsReadBackTheSame() {
        for (int i = 0; i < 5000; i++) {
            Map<String, Object> body = mapping(3, random.nextBoolean() ? PIECES : ESCAPED);

            assertEquals(body, Yaml.parse(written(body)), () -> written(body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "0o17", "yes", "NULL", "~", "012", ".5", "2001-01-01", "1:30", "=", "<<", ""})
    void quotesWhatSomeReadersTakeForSomethingElse(String string) {
        assertEquals("key: '" + string + "'\n", written(Map.of("key", string)));
    }

    @Test
    void writesPermissionsAsPeopleReadThem() {
        assertEquals("mode: 0420\n", written(Map.of("mode", new ManifestYaml.Octal(0420))));
    }

    @Test
    void putsTheCommentAbove() {
        String text = new String(ManifestYaml.bytes("One.\n\nTwo.", Map.of("a", 1)), StandardCharsets.UTF_8);

        assertEquals("# One.\n#\n# Two.\na: 1\n", text);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Map<String, Object> body = Map.of("half", 0.5);

        assertThrows(IllegalArgumentException.class, () -> ManifestYaml.bytes("", body));
    }

    private static String written(Map<String, Object> body) {
        return new String(ManifestYaml.bytes("", body), StandardCharsets.UTF_8);
    }

    private Map<String, Object> mapping(int depth, String[] pieces) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            mapping.put("k" + i, value(depth - 1, pieces));
        }
        return mapping;
    }

    private Object value(int depth, String[] pieces) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2, 3 -> string(pieces);
            case 4 -> mapping(depth, pieces);
            default -> list(depth, pieces);
        };
    }

    private List<Object> list(int depth, String[] pieces) {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            list.add(value(depth - 1, pieces));
        }
        return list;
    }

    private String string(String[] pieces) {
        StringBuilder string = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            string.append(pieces[random.nextInt(pieces.length)]);
        }
        return string.toString();
    }
}
