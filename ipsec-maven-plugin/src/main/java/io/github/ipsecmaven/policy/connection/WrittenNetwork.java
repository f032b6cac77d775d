package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Placeholder;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network as a connection has it: behind the remote, or behind the node.
 *
 * @param local whether it is behind the node
 */
record WrittenNetwork(Position at, String text, boolean local) {

    /** The networks that are written for tunnels, without those that have a placeholder. */
    static List<WrittenNetwork> of(ClusterSpec spec) {
        Set<WrittenNetwork> networks = new LinkedHashSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            boolean written = connection.network().isPresent() || connection.section().has("subnet");
            if (written && !Placeholder.isIn(tunnel.subnet())) {
                networks.add(new WrittenNetwork(connection.subnetAt(), tunnel.subnet(), false));
            }
            Optional<String> local = tunnel.localSubnet();
            if (local.isPresent() && !Placeholder.isIn(local.get())) {
                networks.add(new WrittenNetwork(connection.section().at("localSubnet"), local.get(), true));
            }
        }
        return List.copyOf(networks);
    }

    /** The network, where the text is one. */
    Optional<Ipv4Network> network() {
        return Ipv4Network.parse(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenNetwork that && at.equals(that.at) && text.equals(that.text)
                && local == that.local;
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + text.hashCode();
    }
}
