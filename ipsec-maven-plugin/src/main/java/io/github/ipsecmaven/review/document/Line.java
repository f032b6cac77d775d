package io.github.ipsecmaven.review.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of running text.
 *
 * @param spans its parts in order
 */
public record Line(List<Span> spans) {

    /** Nothing, to begin with. */
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    /** A part of a line. */
    public sealed interface Span {

        /** What it says, without its looks. */
        String text();
    }

    /** Words. */
    public record Words(String text) implements Span {}

    /** A name or a value as it is written in a file or on a node. */
    public record Code(String text) implements Span {}

    /** Words that carry the sentence. */
    public record Strong(String text) implements Span {}

    /** A word or two that say how something stands. */
    public record Chip(Tone tone, String text) implements Span {}

    /**
     * A way to another part of the document.
     *
     * @param target the {@link Block.Heading#anchor()} or {@link Block.Fold#anchor()} of that part
     */
    public record Link(String target, String text) implements Span {}

    public static Line words(String text) {
        return EMPTY.and(text);
    }

    /** A sentence in which values stand between backticks, as findings are written. */
    public static Line sentence(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return words(text);
        }
        Line line = EMPTY;
        for (int i = 0; i < parts.length; i++) {
            line = parts[i].isEmpty() ? line : i % 2 == 0 ? line.and(parts[i]) : line.andCode(parts[i]);
        }
        return line;
    }

    public static Line code(String text) {
        return EMPTY.andCode(text);
    }

    public static Line chip(Tone tone, String text) {
        return EMPTY.with(new Chip(tone, text));
    }

    /** Names or values, separated by commas. */
    public static Line codes(List<String> texts) {
        Line line = EMPTY;
        for (String text : texts) {
            line = (line.spans.isEmpty() ? line : line.and(", ")).andCode(text);
        }
        return line;
    }

    public Line and(String text) {
        return with(new Words(text));
    }

    public Line andCode(String text) {
        return with(new Code(text));
    }

    public Line andStrong(String text) {
        return with(new Strong(text));
    }

    public Line andChip(Tone tone, String text) {
        return with(new Chip(tone, text));
    }

    /** This line and another, one behind the other. */
    public Line and(Line other) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(other.spans);
        return new Line(longer);
    }

    /** What it says, without its looks. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public Line with(Span span) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(span);
        return new Line(longer);
    }
}
