package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Every end of a tunnel has an address of its own. */
public final class AddressOncePerEnd implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A017",
            "No two nodes, and no node and remote, have the same address",
            "libreswan finds out which end it is by its own addresses; where both are, it refuses the "
                    + "connection or talks to itself (ipsec.conf(5), left)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, Node> firsts = new HashMap<>();
        for (Node node : facts.spec().nodes()) {
            if (node.absent() || node.address().isEmpty() || node.address().get().startsWith("%")) {
                continue;
            }
            Node first = firsts.putIfAbsent(node.address().get().toLowerCase(Locale.ROOT), node);
            if (first != null) {
                findings.add(WrittenAddress.placeOf(node),
                        "the nodes '" + first.name() + "' and '" + node.name() + "' both have the address '"
                                + node.address().get() + "'",
                        "write each node's own address, or `domain` in place of `address`");
            }
        }
        for (Connection connection : facts.spec().tunnels()) {
            String right = connection.tunnel().orElseThrow().right();
            Node node = firsts.get(right.toLowerCase(Locale.ROOT));
            if (node != null) {
                findings.add(connection.section().at("address"),
                        "the address '" + right + "' of '" + connection.remote().name() + "' is that of node '"
                                + node.name() + "'",
                        "write the address of the remote; what nodes send each other is the business of `mode: Full`");
            }
        }
    }
}
