package io.github.ipsecmaven.diagnostic;

import java.nio.file.Path;

/**
 * A text that findings point into.
 *
 * @param file where it was read from, absolute and normalised; paths written in it are relative to its folder
 * @param name what users call it: its path as they would type it
 * @param text its content, without a byte order mark
 */
public record SourceText(Path file, String name, String text) {

    /** The text of a line, without its line end. Lines count from 1; a line that does not exist is empty. */
    public String line(int number) {
        int begin = 0;
        for (int before = 1; before < number; before++) {
            int end = endOfLine(begin);
            begin = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
        }
        return text.substring(begin, endOfLine(begin));
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The first character, for findings about the file as a whole. */
    public Position start() {
        return new Position(this, 1, 1, 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
