package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.Optional;

/** The networks at the two ends are two networks. */
public final class NetworksOfEndsDiffer implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-A020",
            "The network behind the node and the one behind the remote do not overlap",
            "what goes to the common part matches the tunnel in both directions: hosts behind the node "
                    + "lose each other (ip-xfrm(8))");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Connection connection : facts.spec().tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            if (tunnel.localSubnet().isEmpty()) {
                continue;
            }
            Optional<Ipv4Network> local = Ipv4Network.parse(tunnel.localSubnet().get());
            Optional<Ipv4Network> subnet = Ipv4Network.parse(tunnel.subnet());
            if (local.isPresent() && subnet.isPresent() && local.get().overlaps(subnet.get())) {
                findings.add(connection.section().at("localSubnet"),
                        "the networks behind the node, " + local.get() + ", and behind '" + connection.remote().name()
                                + "', " + subnet.get() + ", overlap",
                        "`localSubnet` is what lies behind the node, `subnet` what lies behind the remote");
            }
        }
    }
}
