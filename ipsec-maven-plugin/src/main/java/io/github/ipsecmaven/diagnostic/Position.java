package io.github.ipsecmaven.diagnostic;

import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line from 1
 * @param column from 1, in code points
 * @param length how many code points of that line are meant, at least 1
 */
public record Position(SourceText source, int line, int column, int length) implements Comparable<Position> {

    private static final Comparator<Position> READING_ORDER = Comparator
            .comparing((Position position) -> position.source().name())
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    public Position {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("a position counts from 1: " + line + ":" + column + "+" + length);
        }
    }

    @Override
    public int compareTo(Position other) {
        return READING_ORDER.compare(this, other);
    }

    /** {@code file:line:column}, which terminals and editors make a link of. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
