package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tunnel between a node and a remote that both stay is not dropped: it is made absent first. */
public final class VanishedConnection implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G003",
            "A tunnel is made absent before it leaves the spec",
            Vanishing.WHY);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        var nodes = facts.spec().nodes().stream().map(Node::name).collect(Collectors.toSet());
        for (Map.Entry<String, PastConnection> past : facts.previous().get().live()) {
            PastConnection connection = past.getValue();
            Optional<Remote> remote = facts.spec().remotes().stream()
                    .filter(candidate -> candidate.name().equals(connection.remote())).findFirst();
            boolean bothStay = remote.isPresent() && nodes.contains(connection.node());
            if (bothStay && facts.spec().connections().stream().noneMatch(now -> Vanishing.isSame(now, connection))) {
                report(past.getKey(), connection, remote.get(), findings);
            }
        }
    }

    private static void report(String policyName, PastConnection connection, Remote remote, Findings findings) {
        String advice = "add these lines; once they have been rendered and committed, they may go\n";
        boolean nodeLeft = remote.section().has("nodes") && !remote.section().section("nodes").has(connection.node());
        if (nodeLeft) {
            findings.add(remote.section().keyAt("nodes"),
                    "the tunnel from '" + connection.node() + "' to '" + connection.label() + "' is gone from the spec",
                    advice + Lines.of("remotes", remote.name(), "nodes", Tombstones.ofNode(policyName, connection)));
            return;
        }
        String line = connection.network().map(name -> name + ": {state: absent}").orElse("subnet: {state: absent}");
        findings.add(remote.section().keyAt("subnets"),
                "the tunnel from '" + connection.node() + "' to '" + connection.label() + "' is gone from the spec",
                advice + (connection.network().isPresent()
                        ? Lines.of("remotes", remote.name(), "subnets", line)
                        : Lines.of("remotes", remote.name(), line)));
    }
}
