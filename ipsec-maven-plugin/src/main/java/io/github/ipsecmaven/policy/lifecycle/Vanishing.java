package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules about connections of the last tree have in common. */
final class Vanishing {

    static final String WHY = "deleting a NodeNetworkConfigurationPolicy leaves its tunnel up, and nothing would ever "
            + "take it down (kubernetes-nmstate, measured)";

    private Vanishing() {}

    /** The connections of a spec, live and absent, by their ends. */
    static Map<String, Connection> byEnds(ClusterSpec spec) {
        Map<String, Connection> connections = new HashMap<>();
        for (Connection connection : spec.connections()) {
            String ends = ends(connection.node().name(), connection.remote().name(), connection.network());
            connections.put(ends, connection);
        }
        return connections;
    }

    /** The ends of a connection of the last tree: the key under which the spec's own is among {@link #byEnds}. */
    static String ends(PastConnection past) {
        return ends(past.node(), past.remote(), past.network());
    }

    private static String ends(String node, String remote, Optional<String> network) {
        return String.join("\n", node, remote, network.orElse(""));
    }

    /** The names of the pools that a spec guards, or whose guard it takes away. */
    static Set<String> guardedPools(ClusterSpec spec) {
        Set<String> names = new HashSet<>();
        for (GuardedPool pool : spec.guardedPools()) {
            names.add(pool.name());
        }
        return names;
    }
}
