package io.github.ipsecmaven.review.document;

import io.github.ipsecmaven.review.topology.Topology;
import java.util.List;

/** A part of a document. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level from 2; 1 is the document's title
     * @param anchor its name for links, unique in the document
     */
    record Heading(int level, String anchor, String text) implements Block {}

    /** A paragraph. */
    record Paragraph(Line line) implements Block {}

    /** Points, in no order that counts. */
    record Points(List<Line> lines) implements Block {

        public Points {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param headings of its columns; the first column names the row
     * @param rows each with as many cells as there are headings
     */
    record Table(String caption, List<String> headings, List<List<Cell>> rows) implements Block {

        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != headings.size()) {
                    throw new IllegalArgumentException(caption + ": a row of " + row.size() + " cells");
                }
            }
        }
    }

    /**
     * A cell of a table.
     *
     * @param lines what it says, and below that the small print
     */
    record Cell(List<Line> lines) {

        public Cell {
            lines = List.copyOf(lines);
        }

        public static Cell of(Line... lines) {
            return new Cell(List.of(lines));
        }

        public static Cell words(String text) {
            return of(Line.words(text));
        }

        public static Cell code(String text) {
            return of(Line.code(text));
        }
    }

    /** The questions that a reviewer has first, and their answers. */
    record Verdicts(List<Verdict> verdicts) implements Block {

        public Verdicts {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * A question and its answer.
     *
     * @param answer a few words
     * @param detail a sentence, or nothing
     */
    record Verdict(String question, Tone tone, String answer, String detail) {}

    /** Lines exactly as they are, such as a place in a file. */
    record Frame(String text) implements Block {}

    /** A picture of who is connected to whom. */
    record Diagram(String title, Topology topology) implements Block {}

    /**
     * What only some readers want to see.
     *
     * @param anchor its name for links, unique in the document
     * @param summary what is shown of it at first
     * @param open whether all of it is shown at first
     */
    record Fold(String anchor, Line summary, boolean open, List<Block> blocks) implements Block {

        public Fold {
            blocks = List.copyOf(blocks);
        }
    }
}
