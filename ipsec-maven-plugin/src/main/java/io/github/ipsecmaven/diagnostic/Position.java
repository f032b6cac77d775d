package io.github.ipsecmaven.diagnostic;

import java.util.Objects;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line from 1
 * @param column from 1, in code points
 * @param length how many code points of that line are meant, at least 1
 * @param owner whose value is meant, as a path of keys ({@code nodes/worker-0/bundle}), where one place speaks for
 *     several; else empty
 */
public record Position(SourceText source, int line, int column, int length, String owner) implements Comparable<Position> {

    public Position {
        Objects.requireNonNull(owner);
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("a position counts from 1: " + line + ":" + column + "+" + length);
        }
    }

    public Position(SourceText source, int line, int column, int length) {
        this(source, line, column, length, "");
    }

    /** The same place, where it speaks for one of several. */
    public Position ownedBy(String path) {
        return new Position(source, line, column, length, path);
    }

    /** The order in which a text is read. */
    @Override
    public int compareTo(Position other) {
        int order = source.name().compareTo(other.source.name());
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        if (order == 0) {
            order = Integer.compare(column, other.column);
        }
        return order != 0 ? order : owner.compareTo(other.owner);
    }

    /** {@code file:line:column}, which terminals and editors make a link of. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && line == that.line && column == that.column && length == that.length
                && owner.equals(that.owner) && (source == that.source || source.equals(that.source));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * line + column) + owner.hashCode();
    }
}
