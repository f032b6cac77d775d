package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
        Set<Node> nodes = new LinkedHashSet<>();
        for (Connection connection : facts.spec().tunnels()) {
            nodes.add(connection.node());
        }
        Set<String> purged = new HashSet<>();
        for (Node node : nodes) {
            Optional<Pool> pool = facts.spec().pool(node.pool());
            if (pool.isPresent() && pool.get().purged()) {
                if (purged.add(node.pool())) {
                    findings.add(pool.get().section().at("state"),
                            "the pool '" + node.pool() + "' loses its keys, and its node '" + node.name()
                                    + "' has tunnels",
                            "write `state: absent` for each node of the pool, which takes its tunnels down first");
                }
            } else if (facts.spec().bundleOf(node).isEmpty()) {
                findings.add(node.section().at(),
                        "the node '" + node.name() + "' has tunnels and no bundle",
                        "add `bundle: <file>.p12` to the node, to `nodeDefaults` or to pool '" + node.pool() + "'");
            }
        }
    }
}
