package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node's tunnels claim of its traffic. Tunnels of one node with the same local network and the same ports
 * compete for what goes to their remote networks.
 */
final class Selectors {

    private Selectors() {}

    /** A tunnel and the network behind its remote. */
    record Claim(Connection connection, Ipv4Network network) implements Comparable<Claim> {

        /** By the network alone: what holds another comes before it. */
        @Override
        public int compareTo(Claim other) {
            return network.compareTo(other.network);
        }
    }

    /** The claims that compete with each other, each list with the wider networks before the narrower in them. */
    static Collection<List<Claim>> rivals(ClusterSpec spec) {
        Map<String, List<Claim>> rivals = new LinkedHashMap<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            String key = String.join("\n", connection.node().name(), tunnel.localSubnet().orElse(""),
                    "" + tunnel.options().get("leftprotoport"), "" + tunnel.options().get("rightprotoport"));
            Optional<Ipv4Network> network = Ipv4Network.parse(tunnel.subnet());
            if (network.isPresent()) {
                rivals.putIfAbsent(key, new ArrayList<>());
                rivals.get(key).add(new Claim(connection, network.get().masked()));
            }
        }
        for (List<Claim> claims : rivals.values()) {
            Collections.sort(claims);
        }
        return rivals.values();
    }
}
