package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interface whose ESP offload was turned off is not dropped: it is turned back on first, or stays. */
public final class VanishedEspOffload implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G012",
            "ESP offload that was turned off is turned on before its line leaves the spec",
            "nmstate leaves alone what a policy no longer names, so the interface would keep its setting and nobody "
                    + "would know (nmstate, ethtool features)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        for (Map.Entry<String, List<String>> past : facts.previous().get().espOffload().entrySet()) {
            Optional<Node> node = node(past.getKey(), facts.spec());
            for (String name : past.getValue()) {
                if (node.isEmpty() || !node.get().espOffload().containsKey(name)) {
                    findings.add(node.isEmpty() ? facts.spec().section().keyAt("nodes") : node.get().section().at(),
                            "ESP offload of interface '" + name + "' of node '" + past.getKey()
                                    + "' was turned off and is gone from the spec",
                            "write `false` to leave it off; else add these lines, which may go once they have been "
                                    + "rendered and committed\n"
                                    + Lines.of("nodes", past.getKey(), "espOffload", name + ": true"));
                }
            }
        }
    }

    private static Optional<Node> node(String name, ClusterSpec spec) {
        for (Node node : spec.nodes()) {
            if (node.name().equals(name)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
