package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Tunnel;
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
        Map<List<String>, Connection> firsts = new LinkedHashMap<>();
        Map<List<String>, Set<String>> nodes = new LinkedHashMap<>();
        for (Connection connection : facts.spec().tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            if (tunnel.localSubnet().isPresent()) {
                List<String> networks = List.of(tunnel.right(), tunnel.localSubnet().get(), tunnel.subnet(),
                        Objects.toString(tunnel.options().get("leftprotoport")),
                        Objects.toString(tunnel.options().get("rightprotoport")));
                firsts.putIfAbsent(networks, connection);
                nodes.putIfAbsent(networks, new LinkedHashSet<>());
                nodes.get(networks).add(connection.node().name());
            }
        }
        for (Map.Entry<List<String>, Connection> first : firsts.entrySet()) {
            Set<String> ends = nodes.get(first.getKey());
            if (ends.size() > 1) {
                Tunnel tunnel = first.getValue().tunnel().orElseThrow();
                findings.add(first.getValue().section().at("localSubnet"),
                        "the nodes " + String.join(", ", ends) + " each have a tunnel to '"
                                + first.getValue().remote().name() + "' between " + tunnel.localSubnet().get() + " and "
                                + tunnel.subnet(),
                        "name the node that is in front of the network under the remote's `nodes`, or write "
                                + "`localSubnet` there for each node");
            }
        }
    }
}
