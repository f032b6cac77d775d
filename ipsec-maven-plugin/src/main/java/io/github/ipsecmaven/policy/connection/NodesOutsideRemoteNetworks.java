package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the nodes send each other must not go to a remote. */
public final class NodesOutsideRemoteNetworks implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A015",
            "No node lies in the network behind a remote",
            "a node sends whatever matches the network into the tunnel, so it would lose that node, or "
                    + "itself (ip-xfrm(8))");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<Long, Node> nodes = new LinkedHashMap<>();
        for (Node node : facts.spec().nodes()) {
            OptionalLong address = Ipv4.parse(node.address().orElse(""));
            if (address.isPresent()) {
                nodes.put(address.getAsLong(), node);
            }
        }
        for (Connection connection : facts.spec().tunnels()) {
            Optional<Ipv4Network> subnet = Ipv4Network.parse(connection.tunnel().orElseThrow().subnet());
            if (subnet.isPresent()) {
                check(connection, subnet.get(), nodes, findings);
            }
        }
    }

    private static void check(Connection connection, Ipv4Network subnet, Map<Long, Node> nodes, Findings findings) {
        OptionalLong right = Ipv4.parse(connection.tunnel().orElseThrow().right());
        if (right.isPresent() && nodes.containsKey(right.getAsLong())) {
            return;
        }
        for (Map.Entry<Long, Node> node : nodes.entrySet()) {
            if (subnet.contains(node.getKey())) {
                findings.add(connection.subnetAt(),
                        "the network " + subnet + " behind '" + connection.remote().name() + "' holds the address "
                                + node.getValue().address().orElseThrow() + " of node '" + node.getValue().name() + "'",
                        "correct the mask, or name the parts of the network without the nodes under `subnets`");
                return;
            }
        }
    }
}
