package io.github.ipsecmaven.diagnostic;

import java.util.List;

/**
 * A finding as people read it on a terminal: its title, the place, the line before, the line itself with a caret under
 * what is meant, then why and how to mend it.
 *
 * <pre>
 * error[IPSEC-L002]: unknown key 'adress'
 *   --&gt; clusters/prod/ipsec.yaml:15:5
 *    |
 * 14 |   nas:
 * 15 |     adress: nas.example.com
 *    |     ^^^^^^
 *    = mend: did you mean 'address'?
 * </pre>
 */
public final class CodeFrame {

    /** A line of a minified or hostile file would bury the finding. */
    private static final int WIDEST_LINE = 160;

    /** Five hundred clusters may share one line. */
    private static final int MOST_SPECS = 3;

    private CodeFrame() {}

    /** The frame, lines separated by {@code \n}, without a line end after the last. */
    public static String of(Diagnostic diagnostic) {
        return of(diagnostic, List.of());
    }

    /**
     * The same of a finding that some of several specs have, in a file that they share.
     *
     * @param specs their names
     */
    public static String of(Diagnostic diagnostic, List<String> specs) {
        String gutter = gutter(diagnostic.position());
        StringBuilder frame = new StringBuilder();
        frame.append(diagnostic.severity().label()).append('[').append(diagnostic.rule()).append("]: ")
                .append(printable(diagnostic.message())).append('\n');
        appendPlace(frame, gutter, diagnostic.position());
        appendNote(frame, gutter, "for", few(specs));
        appendNote(frame, gutter, "why", diagnostic.why());
        appendNote(frame, gutter, "mend", diagnostic.mend());
        return frame.toString().stripTrailing();
    }

    private static String few(List<String> specs) {
        String shown = String.join(", ", specs.subList(0, Math.min(specs.size(), MOST_SPECS)));
        return specs.size() > MOST_SPECS ? shown + " and " + (specs.size() - MOST_SPECS) + " more" : shown;
    }

    /** Of the frame only the place: its name, the lines and the caret. */
    public static String of(Position position) {
        StringBuilder frame = new StringBuilder();
        appendPlace(frame, gutter(position), position);
        return frame.toString().stripTrailing();
    }

    private static String gutter(Position position) {
        return " ".repeat(Integer.toString(position.line()).length());
    }

    private static void appendPlace(StringBuilder frame, String gutter, Position position) {
        frame.append(gutter).append("--> ").append(position).append('\n');
        if (!position.source().text().isEmpty()) {
            appendCode(frame, gutter, position);
        }
    }

    private static void appendCode(StringBuilder frame, String gutter, Position position) {
        frame.append(gutter).append(" |\n");
        if (position.line() > 1) {
            appendLine(frame, gutter, position.source(), position.line() - 1);
        }
        appendLine(frame, gutter, position.source(), position.line());
        appendCaret(frame, gutter, position);
    }

    private static void appendLine(StringBuilder frame, String gutter, SourceText source, int number) {
        String text = visible(source.line(number));
        String shown = text.length() > WIDEST_LINE ? text.substring(0, WIDEST_LINE) + "..." : text;
        String label = Integer.toString(number);
        frame.append(" ".repeat(gutter.length() - label.length())).append(label)
                .append(" | ").append(shown.stripTrailing()).append('\n');
    }

    private static void appendCaret(StringBuilder frame, String gutter, Position position) {
        if (position.column() > WIDEST_LINE) {
            return;
        }
        int length = Math.min(position.length(), WIDEST_LINE - position.column() + 1);
        frame.append(gutter).append(" | ").append(" ".repeat(position.column() - 1))
                .append("^".repeat(length)).append('\n');
    }

    private static void appendNote(StringBuilder frame, String gutter, String label, String note) {
        if (note.isEmpty()) {
            return;
        }
        String indent = gutter + "   " + " ".repeat(label.length() + 2);
        frame.append(gutter).append(" = ").append(label).append(": ")
                .append(String.join("\n" + indent, note.split("\n", -1))).append('\n');
    }

    /** One column for one character, so that the caret stands where the eye expects it. */
    private static String visible(String line) {
        return printable(Redaction.ofLine(line).replace('\t', ' '));
    }

    /** Control characters of a hostile file must not reach a terminal. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            clean.append(Character.isISOControl(text.charAt(i)) ? '\uFFFD' : text.charAt(i));
        }
        return clean.toString();
    }
}
