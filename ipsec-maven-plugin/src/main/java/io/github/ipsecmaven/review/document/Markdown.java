package io.github.ipsecmaven.review.document;

import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Block.Verdict;
import io.github.ipsecmaven.review.markup.Markup;
import io.github.ipsecmaven.review.markup.Printable;
import io.github.ipsecmaven.review.topology.MermaidDiagram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a document as GitHub Flavored Markdown, as forges show it in a pull request. Whatever a user wrote is text: it
 * makes no markup, no link and no mention.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
public final class Markdown {

    /** GitHub takes 65,536 characters in a comment; what is written around ours needs room too. */
    private static final int MOST_CHARACTERS = 60_000;

    /** What one table may take of it, so that there is room for what the table is about. */
    private static final int MOST_OF_A_TABLE = 20_000;

    /** How many parts that were left out are named before they are counted. */
    private static final int NAMED = 5;

    private static final String SPECIAL = "\\`*_[]<>#~&$";

    /** Between the sign and a name: nothing is seen of it, and nobody is mentioned. */
    private static final String WORD_JOINER = "\u2060";

    private final StringBuilder out = new StringBuilder();
    private final List<String> leftOut = new ArrayList<>();

    private Markdown() {}

    /**
     * The whole document, or as much of it as fits into a comment, what counts most first; the last paragraph then says
     * what was left out.
     */
    public static String of(Document document) {
        Markdown markdown = new Markdown();
        markdown.out.append("# ").append(text(document.title())).append("\n\n");
        markdown.out.append(markdown.paragraph(document.subtitle())).append("\n\n");
        document.blocks().forEach(markdown::fitting);
        markdown.tellWhatIsLeftOut();
        return markdown.out.toString().stripTrailing() + "\n";
    }

    /** Writes a block where it fits; of a fold else as many of its blocks as do, and of a table as many rows. */
    private void fitting(Block block) {
        if (block instanceof Block.Table table) {
            fitting(table);
            return;
        }
        String whole = of(block);
        if (out.length() + whole.length() <= MOST_CHARACTERS) {
            out.append(whole);
        } else if (block instanceof Block.Fold fold) {
            fitting(fold);
        }
    }

    private void fitting(Block.Fold fold) {
        String opening = opening(fold);
        if (fold.blocks().stream().noneMatch(Block.Fold.class::isInstance)
                || out.length() + opening.length() > MOST_CHARACTERS - MOST_OF_A_TABLE / 2) {
            leftOut.add(line(fold.summary()));
            return;
        }
        out.append(opening);
        fold.blocks().forEach(this::fitting);
        out.append("</details>\n\n");
    }

    private void fitting(Block.Table table) {
        int room = Math.min(MOST_OF_A_TABLE, MOST_CHARACTERS - out.length());
        int rows = table.rows().size();
        while (rows > 0 && table(table.headings(), table.rows().subList(0, rows)).length() > room) {
            rows = rows * 9 / 10;
        }
        out.append(table(table.headings(), table.rows().subList(0, rows)));
        if (rows < table.rows().size()) {
            leftOut.add(table.rows().size() - rows + " rows of the table above");
        }
    }

    private void tellWhatIsLeftOut() {
        if (leftOut.isEmpty()) {
            return;
        }
        String others = leftOut.size() > NAMED ? " and " + (leftOut.size() - NAMED) + " more" : "";
        out.append("Left out, because a comment may not be longer: ")
                .append(leftOut.stream().limit(NAMED).collect(Collectors.joining(", "))).append(others)
                .append(". The HTML page shows all of it.\n");
    }

    private String of(Block block) {
        if (block instanceof Block.Heading heading) {
            return anchor(heading.anchor()) + "#".repeat(heading.level()) + " " + text(heading.text()) + "\n\n";
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph(paragraph.line()) + "\n\n";
        }
        if (block instanceof Block.Points points) {
            return points.lines().stream().map(point -> "- " + paragraph(point) + "\n").collect(Collectors.joining()) + "\n";
        }
        if (block instanceof Block.Table table) {
            return table(table.headings(), table.rows());
        }
        if (block instanceof Block.Verdicts verdicts) {
            return verdicts(verdicts.verdicts());
        }
        if (block instanceof Block.Frame frame) {
            return fenced("", frame.text());
        }
        if (block instanceof Block.Diagram diagram) {
            return MermaidDiagram.of(diagram.topology()).map(source -> fenced("mermaid", source)).orElse("");
        }
        Block.Fold fold = (Block.Fold) block;
        return opening(fold) + fold.blocks().stream().map(this::of).collect(Collectors.joining()) + "</details>\n\n";
    }

    private String opening(Block.Fold fold) {
        return "<details" + (fold.open() ? " open" : "") + ">\n<summary>" + anchor(fold.anchor())
                + html(fold.summary()) + "</summary>\n\n";
    }

    private static String anchor(String name) {
        return name.isEmpty() ? "" : "<a name=\"" + name + "\"></a>";
    }

    private String table(List<String> headings, List<List<Cell>> rows) {
        StringBuilder table = new StringBuilder();
        table.append(headings.stream().map(heading -> inCell(text(heading))).collect(row()));
        table.append("| ").append("--- | ".repeat(headings.size()).stripTrailing()).append('\n');
        rows.forEach(row -> table.append(row.stream().map(this::cell).collect(row())));
        return table.append('\n').toString();
    }

    private static Collector<CharSequence, ?, String> row() {
        return Collectors.joining(" | ", "| ", " |\n");
    }

    private String cell(Cell cell) {
        return inCell(cell.lines().stream().map(this::line).collect(Collectors.joining("<br>")));
    }

    private static String inCell(String markdown) {
        return markdown.replace("|", "\\|");
    }

    private String verdicts(List<Verdict> verdicts) {
        return table(List.of("", "", ""), verdicts.stream().map(verdict -> List.of(
                Cell.of(Line.EMPTY.andStrong(verdict.question())),
                Cell.of(Line.chip(verdict.tone(), verdict.answer())),
                Cell.words(verdict.detail()))).toList());
    }

    /** A line that begins no list, whatever it begins with. */
    private String paragraph(Line line) {
        return line(line).replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^([0-9]+)([.)])", "$1\\\\$2");
    }

    private String line(Line line) {
        return line.spans().stream().map(Markdown::span).collect(Collectors.joining());
    }

    private static String span(Line.Span span) {
        if (span instanceof Line.Code code) {
            return code(code.text());
        }
        if (span instanceof Line.Strong strong) {
            return strong.text().isBlank() ? "" : "**" + text(strong.text().strip()) + "**";
        }
        if (span instanceof Line.Chip chip) {
            return chip.tone().sign() + " " + text(chip.text());
        }
        if (span instanceof Line.Link link) {
            return "[" + text(link.text()) + "](#" + link.target() + ")";
        }
        return text(span.text());
    }

    /** Words without markup: every sign that could begin some is escaped. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
            if (c == '@') {
                escaped.append(WORD_JOINER);
            }
        });
        return escaped.toString();
    }

    /** A code span. */
    static String code(String text) {
        String line = Printable.line(text);
        if (line.isBlank()) {
            return "";
        }
        String ticks = "`".repeat(longestRun(line) + 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return ticks + space + line + space + ticks;
    }

    /** HTML ends where Markdown begins, so that the summary of a fold is written in HTML. */
    private static String html(Line line) {
        StringBuilder html = new StringBuilder();
        Markup markup = new Markup(html);
        for (Line.Span span : line.spans()) {
            if (span instanceof Line.Strong) {
                markup.element("b", Printable.line(span.text()));
            } else if (span instanceof Line.Code) {
                markup.element("code", Printable.line(span.text()));
            } else {
                String sign = span instanceof Line.Chip chip ? chip.tone().sign() + " " : "";
                markup.text(sign + Printable.line(span.text()).replace("@", "@" + WORD_JOINER));
            }
        }
        return html.toString();
    }

    private static String fenced(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + Printable.of(text).stripTrailing() + "\n" + fence + "\n\n";
    }

    private static int longestRun(String text) {
        return Stream.of(text.split("[^`]+")).mapToInt(String::length).max().orElse(0);
    }
}
