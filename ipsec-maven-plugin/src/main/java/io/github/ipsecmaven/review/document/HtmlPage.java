package io.github.ipsecmaven.review.document;

import io.github.ipsecmaven.manifest.ShippedText;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Block.Verdict;
import io.github.ipsecmaven.review.markup.Markup;
import io.github.ipsecmaven.review.topology.SvgDiagram;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes a document as one HTML page that needs nothing else: no script, no font, no request. Its content security
 * policy allows its own style sheet and nothing besides, so that even a mistake here could not run anything.
 */
public final class HtmlPage {

    private static final String STYLE_SHEET = "page.css";

    private final StringBuilder out = new StringBuilder();
    private final Markup markup = new Markup(out);

    private HtmlPage() {}

    /** The whole page. */
    public static String of(Document document) {
        HtmlPage page = new HtmlPage();
        page.write(document);
        return page.out.toString();
    }

    private void write(Document document) {
        String style = ShippedText.beside(HtmlPage.class, STYLE_SHEET);
        out.append("<!DOCTYPE html>\n");
        markup.element("html", () -> {
            head(document.title(), style);
            markup.newLine().element("body", () -> markup.element("main", () -> {
                markup.newLine().element("header", () -> {
                    markup.element("h1", document.title());
                    markup.element("p", () -> line(document.subtitle()));
                });
                blocks(document.blocks(), 2);
            })).newLine();
        }, "lang", "en").newLine();
    }

    private void head(String title, String style) {
        markup.newLine().element("head", () -> {
            markup.newLine().empty("meta", "charset", "utf-8");
            markup.newLine().empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
            markup.newLine().empty("meta", "name", "color-scheme", "content", "light dark");
            markup.newLine().empty("meta", "http-equiv", "Content-Security-Policy", "content",
                    "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; img-src data:; base-uri 'none'; form-action 'none'");
            // Without one, a browser asks the server for /favicon.ico.
            markup.newLine().empty("link", "rel", "icon", "href", "data:,");
            markup.newLine().element("title", title);
            out.append("\n<style>").append(style).append("</style>\n");
        });
    }

    private void blocks(List<Block> blocks, int level) {
        for (Block block : blocks) {
            markup.newLine();
            write(block, level);
        }
    }

    private void write(Block block, int level) {
        if (block instanceof Block.Heading heading) {
            markup.element("h" + heading.level(), heading.text(), "id", named(heading.anchor()));
        } else if (block instanceof Block.Paragraph paragraph) {
            markup.element("p", () -> line(paragraph.line()));
        } else if (block instanceof Block.Points points) {
            markup.element("ul", () -> points.lines().forEach(point -> markup.element("li", () -> line(point))));
        } else if (block instanceof Block.Table table) {
            write(table);
        } else if (block instanceof Block.Verdicts verdicts) {
            markup.element("ul", () -> verdicts.verdicts().forEach(this::write), "class", "verdicts");
        } else if (block instanceof Block.Frame frame) {
            markup.element("pre", frame.text().stripTrailing());
        } else if (block instanceof Block.Diagram diagram) {
            markup.element("figure", () -> SvgDiagram.write(diagram.topology(), diagram.title(), markup), "tabindex", "0");
        } else if (block instanceof Block.Fold fold) {
            write(fold, level);
        }
    }

    /** The name is inside: a browser opens what the target of a link is in. */
    private void write(Block.Fold fold, int level) {
        markup.element("details", () -> {
            markup.element("summary", () ->
                    markup.element(level <= 4 ? "h" + level : "span", () -> line(fold.summary())));
            markup.element("div", () -> blocks(fold.blocks(), level + 1), "id", named(fold.anchor()));
        }, "class", "level" + level, "open", fold.open() ? "" : null);
    }

    private void write(Verdict verdict) {
        markup.newLine().element("li", () -> {
            markup.element("h2", verdict.question());
            markup.element("strong", verdict.answer());
            if (!verdict.detail().isEmpty()) {
                markup.element("p", verdict.detail());
            }
        }, "class", look(verdict.tone()));
    }

    private void write(Block.Table table) {
        markup.element("table", () -> {
            markup.element("caption", table.caption());
            markup.element("thead", () -> markup.element("tr", () ->
                    table.headings().forEach(heading -> markup.element("th", heading, "scope", "col"))));
            markup.element("tbody", () -> table.rows().forEach(row -> {
                markup.newLine().element("tr", () -> {
                    for (int column = 0; column < row.size(); column++) {
                        write(row.get(column), table.headings().get(column), column == 0);
                    }
                });
            }));
        });
    }

    private void write(Cell cell, String heading, boolean namesTheRow) {
        Runnable lines = () -> {
            for (int i = 0; i < cell.lines().size(); i++) {
                Line line = cell.lines().get(i);
                markup.element(i == 0 ? "div" : "small", () -> line(line));
            }
        };
        if (namesTheRow) {
            markup.element("th", lines, "scope", "row");
        } else {
            markup.element("td", lines, "data-label", heading);
        }
    }

    private void line(Line line) {
        line.spans().forEach(this::span);
    }

    private void span(Line.Span span) {
        if (span instanceof Line.Code) {
            markup.element("code", span.text());
        } else if (span instanceof Line.Strong) {
            markup.element("strong", span.text());
        } else if (span instanceof Line.Chip chip) {
            markup.element("span", chip.text(), "class", "chip " + look(chip.tone()));
        } else if (span instanceof Line.Link link) {
            markup.element("a", link.text(), "href", "#" + link.target());
        } else {
            markup.text(span.text());
        }
    }

    private static String look(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private static String named(String anchor) {
        return anchor.isEmpty() ? null : anchor;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
