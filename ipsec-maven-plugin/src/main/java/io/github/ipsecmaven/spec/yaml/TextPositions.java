package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * From offsets in a text to places in it. SnakeYAML's own lines and columns are of no use: it counts the line breaks of
 * YAML 1.1, of which editors do not know, and leaves out byte order marks.
 */
final class TextPositions {

    private final SourceText source;
    private final List<Line> lines = new ArrayList<>();

    /** A line: the offsets of its first character and of its end, in code points. */
    private record Line(int start, int end) {}

    TextPositions(SourceText source) {
        this.source = source;
        int start = 0;
        int offset = 0;
        int before = 0;
        String text = source.text();
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int character = text.codePointAt(i);
            boolean secondHalf = character == '\n' && before == '\r';
            if (secondHalf) {
                start = offset + 1;
            } else if (character == '\n' || character == '\r') {
                lines.add(new Line(start, offset));
                start = offset + 1;
            }
            before = character;
            offset++;
        }
        lines.add(new Line(start, offset));
    }

    /** The place from one offset to another, both in code points; it ends with its line. */
    Position at(int from, int to) {
        int number = lineOf(from);
        Line line = lines.get(number);
        int start = Math.min(from, line.end());
        int length = Math.min(to, line.end()) - start;
        return new Position(source, number + 1, start - line.start() + 1, Math.max(1, length));
    }

    private int lineOf(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
