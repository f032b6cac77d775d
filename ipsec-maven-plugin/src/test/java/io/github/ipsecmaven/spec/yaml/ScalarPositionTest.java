package io.github.ipsecmaven.spec.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a part of a value stands in the file: the part is always the third and fourth character of the value. */
class ScalarPositionTest {

    @Test
    void countsFromAPlainValue() {
        assertPart("ike: abcdef", 8, 2);
    }

    @Test
    void countsBehindAQuote() {
        assertPart("ike: \"abcdef\"", 9, 2);
        assertPart("ike: 'abcdef' # note", 9, 2);
    }

    @Test
    void countsCodePointsNotUnits() {
        assertPart("\uD83D\uDD11: \uD83D\uDD11cdef", 5, 2);
    }

    @Test
    void aPartThatIsMissingHasAPlaceOfOneCharacter() {
        assertEquals("1:8+1", shown(scalar("ike: abcdef").within(2, 0)));
        assertEquals("1:12+1", shown(scalar("ike: abcdef").within(6, 0)));
    }

    @Test
    void aPartBeyondTheEndIsTheWholeValue() {
        assertEquals("1:6+6", shown(scalar("ike: abcdef").within(9, 1)));
    }

    @Test
    void whatDoesNotStandInTheFileAsItReadsIsPointedAtAsAWhole() {
        assertPart("ike: \"ab\\u0063def\"", 6, 13);
        assertPart("ike: 'ab''def'", 6, 9);
        assertPart("ike: >-\n  abcdef", 6, 2);
        assertPart("ike: \"abc\n  def\"", 6, 4);
        assertPart("ike: &a abcdef", 6, 9);
        assertPart("ike: \"\"", 6, 2);
    }

    private static void assertPart(String text, int column, int length) {
        assertEquals("1:" + column + "+" + length, shown(scalar(text).within(2, 2)), text);
    }

    private static String shown(Position position) {
        return position.line() + ":" + position.column() + "+" + position.length();
    }

    private static Tree.Scalar scalar(String text) {
        SourceText source = new SourceText(Path.of("ipsec.yaml").toAbsolutePath(), "ipsec.yaml", text);
        Tree.Mapping document = YamlReader.read(source, new Diagnostics()).orElseThrow();
        return (Tree.Scalar) document.entries().values().iterator().next().value();
    }
}
