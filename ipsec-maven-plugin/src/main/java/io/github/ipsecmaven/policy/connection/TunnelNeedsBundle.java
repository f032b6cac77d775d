package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import java.util.LinkedHashSet;

/** A node proves itself by a certificate. */
public final class TunnelNeedsBundle implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A001",
            "A node with tunnels has a bundle, its own or its pool's",
            "tunnels authenticate by certificates that the user supplies; without one libreswan "
                    + "refuses the connection (published procedure; measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        LinkedHashSet<Node> nodes = new LinkedHashSet<>();
        facts.spec().tunnels().forEach(connection -> nodes.add(connection.node()));
        for (Node node : nodes) {
            if (node.bundle().isEmpty() && facts.spec().pool(node.pool()).flatMap(Pool::bundle).isEmpty()) {
                findings.add(node.section().at(),
                        "the node '" + node.name() + "' has tunnels and no bundle",
                        "add `bundle: <file>.p12` to the node, to `nodeDefaults` or to pool '" + node.pool() + "'");
            }
        }
    }
}
