package io.github.ipsecmaven.review.topology;

import io.github.ipsecmaven.review.markup.Printable;
import io.github.ipsecmaven.review.topology.Topology.Far;
import io.github.ipsecmaven.review.topology.Topology.Group;
import io.github.ipsecmaven.review.topology.Topology.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A topology in Mermaid's language, which forges draw in Markdown.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid, flowcharts</a>
 */
public final class MermaidDiagram {

    /** Mermaid draws no more than 500 edges, and nobody could tell them apart. */
    private static final int MOST_EDGES = 400;

    private static final String BREAK = "<br/>";

    private MermaidDiagram() {}

    /** The source of the diagram, lines ended by {@code \n}; empty where it would have more edges than are drawn. */
    public static Optional<String> of(Topology topology) {
        Map<List<Integer>, String> edges = edges(topology);
        if (edges.size() > MOST_EDGES) {
            return Optional.empty();
        }
        StringBuilder diagram = new StringBuilder("flowchart LR\n");
        Map<String, List<Integer>> pools = new LinkedHashMap<>();
        for (int group = 0; group < topology.groups().size(); group++) {
            pools.computeIfAbsent(topology.groups().get(group).pool(), pool -> new ArrayList<>()).add(group);
        }
        int pool = 0;
        for (Map.Entry<String, List<Integer>> groups : pools.entrySet()) {
            diagram.append("  subgraph p").append(pool++).append("[\"").append(text("pool " + groups.getKey())).append("\"]\n");
            groups.getValue().forEach(group -> diagram.append("    g").append(group)
                    .append("[\"").append(label(topology.groups().get(group))).append("\"]\n"));
            diagram.append("  end\n");
        }
        for (int remote = 0; remote < topology.remotes().size(); remote++) {
            Far far = topology.remotes().get(remote);
            diagram.append("  r").append(remote).append("([\"")
                    .append(text(far.name())).append(BREAK).append(text(far.address())).append("\"])\n");
        }
        edges.forEach((ends, label) -> diagram.append("  g").append(ends.get(0)).append(" --- |\"").append(label)
                .append("\"| r").append(ends.get(1)).append('\n'));
        return Optional.of(diagram.toString());
    }

    /** What is encrypted between a group and a remote, by the two. */
    private static Map<List<Integer>, String> edges(Topology topology) {
        return topology.links().stream().collect(Collectors.groupingBy(
                link -> List.of(link.group(), link.remote()),
                LinkedHashMap::new,
                Collectors.mapping(link -> network(topology, link), Collectors.joining(BREAK))));
    }

    private static String network(Topology topology, Link link) {
        return text(topology.remotes().get(link.remote()).networks().get(link.network()).label());
    }

    private static String label(Group group) {
        String names = NameRanges.of(group.nodes()).stream().map(MermaidDiagram::text).collect(Collectors.joining(BREAK));
        return group.nodes().size() < 3 ? names : names + BREAK + group.nodes().size() + " nodes";
    }

    /** Mermaid writes a character as its number between {@code #} and a semicolon. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            if (c < 0x80 && !Character.isLetterOrDigit(c) && " .,-_/:@%".indexOf(c) < 0) {
                escaped.append('#').append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
