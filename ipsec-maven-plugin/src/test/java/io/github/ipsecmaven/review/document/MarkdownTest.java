package io.github.ipsecmaven.review.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.review.document.Block.Cell;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    /** What GitHub takes in a comment. */
    private static final int COMMENT = 65_536;

    @Test
    void aFleetFitsIntoAComment() {
        List<List<Cell>> rows = IntStream.range(0, 500)
                .mapToObj(i -> List.of(Cell.words("cluster-" + i), Cell.words("x".repeat(100)))).toList();
        List<Block> clusters = IntStream.range(0, 500).<Block>mapToObj(i -> fold("cluster-" + i, List.of(
                fold("plan-" + i, List.of(new Block.Frame("y".repeat(2000)))),
                fold("keys-" + i, List.of(new Block.Frame("z".repeat(3000))))))).toList();
        String markdown = Markdown.of(new Document("Fleet", Line.words("of many"), List.of(
                new Block.Table("all", List.of("cluster", "what"), rows),
                clusters.get(0), clusters.get(1), fold("others", clusters.subList(2, 500)))));
        assertTrue(markdown.length() < COMMENT, markdown.length() + " characters");
        assertTrue(markdown.contains("cluster-0 |") && markdown.contains("<summary>plan-1</summary>"));
        assertTrue(markdown.endsWith(" more. The HTML page shows all of it.\n"), markdown.substring(markdown.length() - 300));
        assertEquals(markdown.split("<details", -1).length, markdown.split("</details>", -1).length);
    }

    @Test
    void whatFitsIsAllThere() {
        String markdown = Markdown.of(new Document("One", Line.words("of one"), List.of(
                fold("first", List.of(new Block.Paragraph(Line.words("a").andCode("b")))))));
        assertEquals("""
                # One

                of one

                <details>
                <summary>first</summary>

                a`b`

                </details>
                """, markdown);
    }

    private static Block.Fold fold(String summary, List<Block> blocks) {
        return new Block.Fold("", Line.words(summary), false, blocks);
    }
}
