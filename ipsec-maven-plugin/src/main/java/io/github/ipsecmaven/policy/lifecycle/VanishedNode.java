package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
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
        if (facts.previous().isEmpty()) {
            return;
        }
        TreeSet<String> vanished = new TreeSet<>();
        facts.previous().get().live().stream().map(entry -> entry.getValue().node()).forEach(vanished::add);
        facts.spec().nodes().forEach(node -> vanished.remove(node.name()));
        for (String node : vanished) {
            findings.add(facts.spec().section().keyAt("nodes"),
                    "the node '" + node + "' had " + tunnels(node, facts.previous().get()) + " and is gone from the spec",
                    "add these lines; once they have been rendered and committed, they may go\n"
                            + Lines.of("nodes", node + ": {state: absent}"));
        }
    }

    private static String tunnels(String node, Inventory previous) {
        long count = previous.live().stream().filter(entry -> entry.getValue().node().equals(node)).count();
        return count == 1 ? "a tunnel" : count + " tunnels";
    }
}
