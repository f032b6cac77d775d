package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.topology.Topology;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is connected to whom: as a picture, and in words. */
final class TopologySection {

    private TopologySection() {}

    /** Nothing where nothing is encrypted. */
    static Optional<Section> of(ClusterSpec spec) {
        Topology topology = Topology.of(spec);
        Line summary = Line.words(Words.count(topology.remotes().size(), "remote") + ", "
                + Words.count(spec.tunnels().size(), "tunnel") + ", pod-to-pod "
                + (spec.mode() == Mode.FULL ? "encrypted" : "not encrypted"));
        List<Block> blocks = new ArrayList<>();
        if (spec.mode() == Mode.FULL) {
            blocks.add(new Block.Paragraph(Line.words("What pods of different nodes send each other is encrypted between every two nodes.")));
        }
        if (!topology.links().isEmpty()) {
            blocks.add(new Block.Diagram("Tunnels of cluster " + spec.name(), topology));
            blocks.add(table(spec, topology));
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("Topology", summary, blocks));
    }

    private static Block table(ClusterSpec spec, Topology topology) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Topology.Far far : topology.remotes()) {
            for (Topology.Network network : far.networks()) {
                Map<String, Set<String>> identities = new LinkedHashMap<>();
                spec.tunnels().stream()
                        .filter(connection -> connection.remote().name().equals(far.name()) && Topology.Network.of(connection).equals(network))
                        .forEach(connection -> identities
                                .computeIfAbsent(connection.tunnel().orElseThrow().identity(), identity -> new LinkedHashSet<>())
                                .add(connection.node().name()));
                identities.forEach((identity, nodes) -> rows.add(List.of(
                        Cell.of(Line.code(far.name()), Line.code(far.address())),
                        Cell.of(Line.code(identity)),
                        Cell.words(network.label()),
                        Cell.of(Words.names(nodes), Line.words(Words.count(nodes.size(), "node"))))));
            }
        }
        return new Block.Table("Tunnels, and what the far end has to prove",
                List.of("Remote", "Identity", "Encrypted traffic", "Nodes"), rows);
    }
}
