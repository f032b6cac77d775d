package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A node whose tunnels were rendered is not dropped: it is made absent first. */
public final class VanishedNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G001",
            "A node that had tunnels is made absent before it leaves the spec",
            Vanishing.WHY);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        TreeSet<String> vanished = new TreeSet<>();
        for (Map.Entry<String, PastConnection> past : facts.pastTunnels()) {
            vanished.add(past.getValue().node());
        }
        for (Node node : facts.spec().nodes()) {
            vanished.remove(node.name());
        }
        for (String node : vanished) {
            findings.add(facts.spec().section().keyAt("nodes"),
                    "the node '" + node + "' had " + tunnels(node, facts) + " and is gone from the spec",
                    "add these lines; once they have been rendered and committed, they may go\n"
                            + tombstone(node, facts));
        }
    }

    /** The node, and the node among those of every remote that names its nodes. */
    private static String tombstone(String node, Facts facts) {
        List<String> lines = new ArrayList<>();
        for (Remote remote : facts.spec().remotes()) {
            if (remote.section().has("nodes") && !remote.section().section("nodes").has(node)) {
                tombstones(node, remote, facts).forEach(line ->
                        lines.addAll(List.of("  " + remote.name() + ":", "    nodes:", "      " + line)));
            }
        }
        String own = Lines.of("nodes", node + ": {state: absent}");
        return lines.isEmpty() ? own : own + "\nremotes:\n" + String.join("\n", lines);
    }

    private static List<String> tombstones(String node, Remote remote, Facts facts) {
        return facts.pastTunnels().stream()
                .filter(entry -> entry.getValue().node().equals(node))
                .filter(entry -> entry.getValue().remote().equals(remote.name()))
                .map(entry -> Tombstones.ofNode(entry.getKey(), entry.getValue()))
                .distinct()
                .toList();
    }

    private static String tunnels(String node, Facts facts) {
        long count = facts.pastTunnels().stream().filter(entry -> entry.getValue().node().equals(node)).count();
        return count == 1 ? "a tunnel" : count + " tunnels";
    }
}
