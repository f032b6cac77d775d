package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.diagnostic.Position;

/** Whether a finding points into its text. */
public final class Positions {

    private Positions() {}

    /** What is wrong with a position; empty where it lies in its text, or right behind the end of a line or of all. */
    public static String outside(Position position) {
        String text = position.source().text();
        long lines = text.lines().count();
        String line = position.source().line(position.line());
        int width = line.codePointCount(0, line.length());
        if (position.line() > lines + 1) {
            return position + " is behind the last line, " + lines;
        }
        if (position.column() > width + 1 || position.column() + position.length() > width + 2) {
            return position + "+" + position.length() + " is behind the end of the line, " + width;
        }
        return "";
    }
}
