package io.github.ipsecmaven.review.markup;

/** Text of users as it may stand in a page. */
public final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text with a replacement character for each that is not seen or that moves others: control characters other
     * than the end of a line and the tabulator, half a character, and the marks that change the direction of writing,
     * with which a name can look like another (CVE-2021-42574).
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** The same, where the text has to stay on one line. */
    public static String line(String text) {
        return of(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
