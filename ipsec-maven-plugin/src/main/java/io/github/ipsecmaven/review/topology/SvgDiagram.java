package io.github.ipsecmaven.review.topology;

import io.github.ipsecmaven.review.markup.Markup;
import io.github.ipsecmaven.review.topology.Topology.Far;
import io.github.ipsecmaven.review.topology.Topology.Group;
import io.github.ipsecmaven.review.topology.Topology.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A topology as SVG: the pools with their groups of nodes on the left, the remotes with their networks on the right, and
 * a curve for each link. All text is in a font of one width, so that it is known here how wide it is.
 *
 * <p>Colours are the page's; without its style sheet the shapes are outlines in the colour of the text.
 */
public final class SvgDiagram {

    private static final double CHARACTER = 7.3;
    private static final int ROW = 20;
    private static final int HEADER = 46;
    private static final int PADDING = 12;
    private static final int BETWEEN = 16;
    private static final int GAP = 130;
    private static final int MARGIN = 8;
    private static final int NARROWEST = 16;
    private static final int WIDEST = 38;
    private static final int MOST_LINES = 4;

    private final Topology topology;
    private final Markup svg;
    private final List<Card> pools = new ArrayList<>();
    private final List<Card> remotes = new ArrayList<>();
    private final Map<List<Integer>, Double> ends = new LinkedHashMap<>();

    private SvgDiagram(Topology topology, Markup svg) {
        this.topology = topology;
        this.svg = svg;
    }

    /** Writes the {@code svg} element. */
    public static void write(Topology topology, String title, Markup markup) {
        SvgDiagram diagram = new SvgDiagram(topology, markup);
        diagram.fillCards();
        diagram.draw(title);
    }

    /** A box with a heading and lines; each line of text that starts a row is where links end. */
    private record Card(String heading, String aside, List<Row> rows) {

        private int height() {
            return HEADER + ROW * rows.stream().mapToInt(row -> row.lines().size()).sum() + PADDING / 2;
        }

        private int widest() {
            int widest = Math.max(heading.length(), aside.length());
            for (Row row : rows) {
                widest = Math.max(widest, row.lines().stream().mapToInt(String::length).max().orElse(0));
            }
            return Math.min(Math.max(widest, NARROWEST), WIDEST);
        }
    }

    /** Lines that belong together, and all that they stand for. */
    private record Row(List<String> lines, String title) {}

    private void fillCards() {
        Map<String, List<Group>> byPool = new LinkedHashMap<>();
        topology.groups().forEach(group -> byPool.computeIfAbsent(group.pool(), pool -> new ArrayList<>()).add(group));
        byPool.forEach((pool, groups) -> {
            int nodes = groups.stream().mapToInt(group -> group.nodes().size()).sum();
            pools.add(new Card("pool " + pool, nodes == 1 ? "1 node" : nodes + " nodes",
                    groups.stream().map(SvgDiagram::row).toList()));
        });
        for (Far far : topology.remotes()) {
            remotes.add(new Card(far.name(), far.address(), far.networks().stream()
                    .map(network -> new Row(List.of(network.label()), network.label())).toList()));
        }
    }

    private static Row row(Group group) {
        List<String> names = NameRanges.of(group.nodes());
        List<String> lines = names.size() <= MOST_LINES ? names : new ArrayList<>(names.subList(0, MOST_LINES - 1));
        if (names.size() > MOST_LINES) {
            lines.add("and " + (names.size() - MOST_LINES + 1) + " more");
        }
        return new Row(lines, String.join(", ", group.nodes()));
    }

    private void draw(String title) {
        double left = width(pools);
        double right = width(remotes);
        int height = Math.max(height(pools), height(remotes));
        double width = left + GAP + right + 2 * MARGIN;
        svg.element("svg", () -> {
            svg.element("title", title);
            place(pools, MARGIN, left, (height - height(pools)) / 2.0 + MARGIN, true);
            place(remotes, MARGIN + left + GAP, right, (height - height(remotes)) / 2.0 + MARGIN, false);
            topology.links().forEach(link -> curve(link, MARGIN + left));
        }, "xmlns", "http://www.w3.org/2000/svg", "role", "img", "class", "topology",
                "width", number(width), "height", number(height + 2 * MARGIN),
                "viewBox", "0 0 " + number(width) + " " + number(height + 2 * MARGIN),
                "font-family", "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace",
                "font-size", "12");
    }

    private void place(List<Card> cards, double x, double width, double top, boolean nodes) {
        double y = top;
        int row = 0;
        for (int card = 0; card < cards.size(); card++) {
            Card drawn = cards.get(card);
            rectangle(x, y, width, drawn.height(), nodes ? "pool" : "remote");
            text(x + PADDING, y + ROW, drawn.heading(), "name");
            text(x + PADDING, y + 2 * ROW - 4, drawn.aside(), "aside");
            double line = y + HEADER;
            for (int own = 0; own < drawn.rows().size(); own++) {
                Row lines = drawn.rows().get(own);
                double middle = line + ROW * lines.lines().size() / 2.0 - 2;
                ends.put(nodes ? List.of(row) : List.of(card, own), middle);
                row++;
                line = rowOfText(lines, x + PADDING, line);
            }
            y += drawn.height() + BETWEEN;
        }
    }

    private double rowOfText(Row row, double x, double y) {
        svg.element("g", () -> {
            svg.element("title", row.title());
            double line = y;
            for (String text : row.lines()) {
                text(x, line + ROW - 8, text, "row");
                line += ROW;
            }
        });
        return y + ROW * row.lines().size();
    }

    private void curve(Link link, double from) {
        double y1 = ends.get(List.of(link.group()));
        double y2 = ends.get(List.of(link.remote(), link.network()));
        double to = from + GAP;
        double bend = GAP / 2.0;
        svg.element("path", "", "d", "M" + number(from) + " " + number(y1) + "C" + number(from + bend) + " " + number(y1) + " "
                + number(to - bend) + " " + number(y2) + " " + number(to) + " " + number(y2),
                "class", topology.remotes().get(link.remote()).networks().get(link.network()).type(),
                "fill", "none", "stroke", "currentColor");
    }

    private void rectangle(double x, double y, double width, double height, String look) {
        svg.element("rect", "", "x", number(x), "y", number(y), "width", number(width), "height", number(height),
                "rx", "8", "class", look, "fill", "none", "stroke", "currentColor");
    }

    private void text(double x, double y, String text, String look) {
        svg.element("text", clipped(text), "x", number(x), "y", number(y), "class", look, "fill", "currentColor");
    }

    private static String clipped(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static double width(List<Card> cards) {
        return Math.ceil(cards.stream().mapToInt(Card::widest).max().orElse(0) * CHARACTER) + 2 * PADDING;
    }

    private static int height(List<Card> cards) {
        return cards.stream().mapToInt(Card::height).sum() + BETWEEN * Math.max(cards.size() - 1, 0);
    }

    /** With half a pixel where there is one; never in the numbers of a locale. */
    private static String number(double number) {
        long halves = Math.round(number * 2);
        return halves / 2 + (halves % 2 == 0 ? "" : ".5");
    }
}
