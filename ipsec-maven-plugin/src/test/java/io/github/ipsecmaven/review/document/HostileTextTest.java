package io.github.ipsecmaven.review.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Block.Verdict;
import io.github.ipsecmaven.review.markup.Printable;
import io.github.ipsecmaven.review.topology.Topology;
import io.github.ipsecmaven.review.topology.Topology.Far;
import io.github.ipsecmaven.review.topology.Topology.Group;
import io.github.ipsecmaven.review.topology.Topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user calls a thing, it comes out as text: the document has the same parts as with a harmless name. */
class HostileTextTest {

    private static final List<String> PIECES = List.of(
            "<img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "\"><b>", "' onload='x", "&lt;b&gt;", "&#60;",
            "-->", "]]>", "<!--", "`", "```", "``", "|", "\\|", "\\", "*", "**", "_", "__", "[x](javascript:alert(1))", "![x](y)",
            "<http://evil.example>", "@everyone", "#1", "~~", "$x$", "\u202Eevil", "\u0000", "\u0007", "\uD800", "\u200B", "é", "日本",
            "\u2028", " ", "x", "</details>", "<br/>", "%%{init}%%", ";", "end", "\t", "# x", "- x", "1. x", "> x", "---", "<%s>");

    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z0-9!]+)([^<>]*)>");
    private static final Pattern ATTRIBUTES = Pattern.compile("( [a-zA-Z-]+=\"[^\"<>]*\")*");

    private static final Document HARMLESS = document("harmless");
    private static final List<String> HARMLESS_TAGS = tags(body(HtmlPage.of(HARMLESS)));
    private static final Read HARMLESS_MARKDOWN = new Read(Markdown.of(HARMLESS));

    static Stream<String> texts() {
        Random random = new Random(6);
        Stream<String> mixed = Stream.generate(() -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            return text.toString();
        }).limit(80);
        return Stream.concat(PIECES.stream(), mixed);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theHtmlHasTheSameElementsAndShowsTheText(String text) {
        String page = body(HtmlPage.of(document(text)));
        assertEquals(HARMLESS_TAGS, tags(page));
        String shown = entities(TAG.matcher(page).replaceAll("\u0001"));
        assertTrue(shown.contains("\u0001" + Printable.of(text) + "\u0001"), page);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theMarkdownHasTheSameNodesAndShowsTheText(String text) {
        Read read = new Read(Markdown.of(document(text)));
        if (!text.isBlank()) {
            assertEquals(HARMLESS_MARKDOWN.nodes, read.nodes, text);
        }
        assertEquals(HARMLESS_MARKDOWN.html, read.html, text);
        String wanted = Printable.line(text).replaceAll("\\s+", " ").strip();
        String shown = read.text.toString().replace("\u2060", "").replaceAll("\\s+", " ");
        assertTrue(shown.contains(wanted), read.text.toString());
    }

    private static Document document(String text) {
        Line line = Line.words(text).and(" and ").andCode(text).and(" and ").andStrong("so " + text)
                .and(" and ").andChip(Tone.CARE, text).with(new Line.Link("place", "to " + text));
        Topology topology = new Topology(false, List.of(new Group(text, List.of(text))),
                List.of(new Far(text, text, List.of(new Network(Optional.of(text), text, Optional.of(text), "tunnel")))),
                List.of(new Topology.Link(0, 0, 0)));
        return new Document("On " + text, line, List.of(
                new Block.Verdicts(List.of(new Verdict("Is it " + text, Tone.ALARM, text, "is " + text))),
                new Block.Heading(2, "place", "Of " + text),
                new Block.Paragraph(Line.words("Of ").and(line)),
                new Block.Points(List.of(Line.words("of ").and(line))),
                new Block.Table(text, List.of("of " + text, "b"),
                        List.of(List.of(Cell.of(line, line), Cell.words("of " + text)), List.of(Cell.words("x"), Cell.words("y")))),
                new Block.Fold("fold", Line.words("Of ").and(line), true, List.of(
                        new Block.Frame("x\n" + text + "\ny"), new Block.Diagram("Of " + text, topology)))));
    }

    private static String body(String page) {
        return page.substring(page.indexOf("<body>"));
    }

    private static List<String> tags(String html) {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            assertTrue(ATTRIBUTES.matcher(tag.group(2)).matches(), tag.group());
            tags.add(tag.group(1));
        }
        assertEquals(html.chars().filter(c -> c == '<').count(), tags.size());
        return tags;
    }

    private static String entities(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** A document as a forge's parser sees it. */
    private static final class Read extends AbstractVisitor {

        private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

        private final List<String> nodes = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Read(String markdown) {
            PARSER.parse(markdown).accept(this);
        }

        @Override
        protected void visitChildren(Node parent) {
            String name = parent.getClass().getSimpleName();
            nodes.add(name);
            super.visitChildren(parent);
        }

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            nodes.add("Code");
            text.append(code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            nodes.add("Fenced " + block.getInfo());
            text.append(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
        }

        @Override
        public void visit(HtmlBlock block) {
            html.add(block.getLiteral().replaceAll("<summary>.*</summary>", "<summary/>"));
        }
    }
}
