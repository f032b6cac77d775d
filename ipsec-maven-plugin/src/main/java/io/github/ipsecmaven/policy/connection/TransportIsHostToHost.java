package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.Optional;
import java.util.OptionalLong;

/** Transport mode protects what two hosts send each other, and nothing behind them. */
public final class TransportIsHostToHost implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A012",
            "Transport mode is between two hosts",
            "libreswan does not compare the type with the networks; a transport connection for more "
                    + "than the two ends either fails to come up or carries nothing (measured; RFC 7296, section "
                    + "1.3.1)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Connection connection : facts.spec().tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            if (tunnel.type() != Tunnel.Type.TRANSPORT) {
                continue;
            }
            checkSubnet(connection, tunnel, findings);
            if (tunnel.localSubnet().isPresent()) {
                findings.add(connection.section().keyAt("localSubnet"),
                        "`localSubnet: " + tunnel.localSubnet().get() + "` with `type: transport`",
                        "remove the line, or write `type: tunnel`");
            }
        }
    }

    private static void checkSubnet(Connection connection, Tunnel tunnel, Findings findings) {
        Optional<Ipv4Network> network = Ipv4Network.parse(tunnel.subnet());
        OptionalLong right = Ipv4.parse(tunnel.right());
        if (network.isEmpty()) {
            return;
        }
        if (!network.get().isHost()) {
            findings.add(connection.subnetAt(), "the network '" + tunnel.subnet() + "' with `type: transport`",
                    "write `type: tunnel`, or the address of the one host with /32");
        } else if (right.isPresent() && !network.get().contains(right.getAsLong())) {
            findings.add(connection.subnetAt(),
                    "`type: transport` to " + tunnel.right() + " cannot protect '" + tunnel.subnet() + "'",
                    "write `" + tunnel.right() + "/32`, or `type: tunnel`");
        }
    }
}
