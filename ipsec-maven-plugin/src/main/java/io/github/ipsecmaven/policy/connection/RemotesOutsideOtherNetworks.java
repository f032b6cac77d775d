package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A remote inside the network of another remote. */
public final class RemotesOutsideOtherNetworks implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A016",
            "A remote's address lies in no other remote's network",
            "what the node sends to the one remote outside its own tunnel goes to the other; with "
                    + "`ipsec-interface`, so do IKE and ESP, and the inner tunnel needs the outer one to come up "
                    + "(ipsec.conf(5), ipsec-interface)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, List<Connection>> ofNodes = new LinkedHashMap<>();
        for (Connection connection : facts.spec().tunnels()) {
            ofNodes.putIfAbsent(connection.node().name(), new ArrayList<>());
            ofNodes.get(connection.node().name()).add(connection);
        }
        for (List<Connection> connections : ofNodes.values()) {
            for (Connection connection : connections) {
                check(connection, connections, findings);
            }
        }
    }

    private static void check(Connection outer, List<Connection> connections, Findings findings) {
        Optional<Ipv4Network> network = Ipv4Network.parse(outer.tunnel().orElseThrow().subnet());
        if (network.isEmpty()) {
            return;
        }
        for (Connection inner : connections) {
            Tunnel tunnel = inner.tunnel().orElseThrow();
            if (tunnel.right().equals(outer.tunnel().orElseThrow().right())) {
                continue;
            }
            OptionalLong right = Ipv4.parse(tunnel.right());
            if (right.isEmpty() || !network.get().contains(right.getAsLong())
                    || hasOwnTunnel(inner, right.getAsLong())) {
                continue;
            }
            findings.add(outer.subnetAt(),
                    "the network " + network.get() + " behind '" + outer.remote().name() + "' holds the address "
                            + tunnel.right() + " of '" + inner.remote().name() + "'",
                    "correct the mask, or give '" + inner.remote().name() + "' a network that holds its address");
        }
    }

    private static boolean hasOwnTunnel(Connection inner, long right) {
        Optional<Ipv4Network> own = Ipv4Network.parse(inner.tunnel().orElseThrow().subnet());
        return own.isPresent() && own.get().contains(right);
    }
}
