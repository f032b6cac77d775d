package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An interface's name is the identity of a connection on its node. */
public final class InterfaceOncePerNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A003",
            "A node has one connection of an interface's name",
            "two policies with one interface name overwrite each other on the node in turn, and a "
                    + "tombstone takes the other's tunnel down (nmstate, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for a name, on however many nodes. */
    @Override
    public void check(Facts facts, Findings findings) {
        Map<List<String>, Connection> firsts = new HashMap<>();
        Set<Position> reported = new HashSet<>();
        for (Connection connection : facts.spec().connections()) {
            Connection first = firsts.putIfAbsent(
                    List.of(connection.node().name(), connection.interfaceName()), connection);
            if (first != null && reported.add(connection.sharedNameAt("interface", first))) {
                findings.add(connection.sharedNameAt("interface", first),
                        "on node '" + connection.node().name() + "' the connections to '" + first.label() + "' and '"
                                + connection.label() + "' are both called '" + connection.interfaceName() + "'",
                        "give one of them another `interface`");
            }
        }
    }
}
