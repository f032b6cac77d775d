package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A remote sends what is for a network to one node. */
public final class LocalNetworkBehindOneNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A022",
            "A remote reaches the network behind a node by one tunnel",
            "two tunnels to one remote with the same networks at both ends are one policy in its kernel: it refuses "
                    + "the second one, or sends to the node that came last (ip-xfrm(8); programs/pluto/kernel.c)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<List<String>, List<Connection>> rivals = new LinkedHashMap<>();
        for (Connection connection : facts.spec().tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            if (tunnel.localSubnet().isPresent()) {
                List<String> networks = List.of(tunnel.right(), tunnel.localSubnet().get(), tunnel.subnet(),
                        Objects.toString(tunnel.options().get("leftprotoport")),
                        Objects.toString(tunnel.options().get("rightprotoport")));
                rivals.putIfAbsent(networks, new ArrayList<>());
                rivals.get(networks).add(connection);
            }
        }
        for (List<Connection> connections : rivals.values()) {
            check(connections, findings);
        }
    }

    private static void check(List<Connection> connections, Findings findings) {
        Set<String> nodes = new LinkedHashSet<>();
        for (Connection connection : connections) {
            nodes.add(connection.node().name());
        }
        Connection first = connections.get(0);
        Tunnel tunnel = first.tunnel().orElseThrow();
        if (nodes.size() > 1) {
            findings.add(first.section().at("localSubnet"),
                    "the nodes " + String.join(", ", nodes) + " each have a tunnel to '" + first.remote().name()
                            + "' between " + tunnel.localSubnet().orElseThrow() + " and " + tunnel.subnet(),
                    "name the node that is in front of the network under the remote's `nodes`, or write "
                            + "`localSubnet` there for each node");
        }
    }
}
