package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What has to be let through between two ends, in both directions: IKE, NAT traversal and ESP. The ports are the table
 * "Network connectivity requirements when IPsec is enabled" of the product documentation. Rows are ordered by their
 * ends.
 *
 * @param from a node's end of a tunnel, or {@link #EVERY_NODE}
 * @param to a remote's end, or {@link #EVERY_NODE}
 * @param what ports and protocols
 */
public record FirewallRow(String from, String to, String what) implements Comparable<FirewallRow> {

    /** Stands for all nodes of the cluster. */
    public static final String EVERY_NODE = "every node";

    private static final String UDP = "UDP 500, UDP 4500";
    private static final String ALL_PORTS = UDP + ", IP protocol 50 (ESP)";

    /** The rows of a cluster: between its nodes, then to its remotes, sorted by their ends. */
    public static List<FirewallRow> of(ClusterSpec spec) {
        List<FirewallRow> rows = new ArrayList<>();
        if (spec.mode() == Mode.FULL) {
            rows.add(new FirewallRow(EVERY_NODE, EVERY_NODE, isEncapsulated(spec) ? UDP : ALL_PORTS));
        }
        TreeSet<FirewallRow> tunnels = new TreeSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            String node = tunnel.nodeAddress().orElse("node " + connection.node().name());
            tunnels.add(new FirewallRow(node, tunnel.right(), ALL_PORTS));
        }
        rows.addAll(tunnels);
        return rows;
    }

    private static boolean isEncapsulated(ClusterSpec spec) {
        Optional<Platform> platform = Platform.find(spec.cluster().platform());
        return spec.encapsulation().orElse("").equals("Always")
                || platform.isPresent() && platform.get().natTraversalOnly();
    }

    @Override
    public int compareTo(FirewallRow other) {
        int byFrom = from.compareTo(other.from);
        int byEnds = byFrom != 0 ? byFrom : to.compareTo(other.to);
        return byEnds != 0 ? byEnds : what.compareTo(other.what);
    }
}
