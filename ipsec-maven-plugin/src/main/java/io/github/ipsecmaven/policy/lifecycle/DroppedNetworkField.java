package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.NetworkFields;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;

/** A field of Network/cluster that the tree stated is not dropped: it is given its other value first. */
public final class DroppedNetworkField implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G006",
            "A stated field of Network/cluster is given another value before it leaves the spec",
            "a field that an applied manifest no longer states falls back to its default, or stays for ever where the "
                    + "network operator owns it too; either way the cluster's gateway mode or encapsulation is not what "
                    + "Git says (server-side apply, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isPresent()) {
            NetworkFields past = facts.previous().get().network();
            checkRouting(past, facts.spec(), findings);
            checkEncapsulation(past, facts.spec(), findings);
        }
    }

    private static void checkRouting(NetworkFields past, ClusterSpec spec, Findings findings) {
        if (past.routingViaHost().orElse(false) && spec.routingViaHost().isEmpty()) {
            findings.add(spec.cluster().section().at(),
                    "`routingViaHost: true` was rendered, and nothing in the spec asks for it any more",
                    "keep it\n" + Lines.of("cluster", "routingViaHost: true")
                            + "\nor give it up, which moves the cluster's gateway mode\n"
                            + Lines.of("cluster", "routingViaHost: false"));
        }
    }

    private static void checkEncapsulation(NetworkFields past, ClusterSpec spec, Findings findings) {
        if (past.encapsulation().isPresent() && spec.encapsulation().isEmpty() && spec.mode() == Mode.FULL) {
            findings.add(spec.section().keyAt("mode"),
                    "`encapsulation: " + past.encapsulation().get() + "` was rendered and is gone from the spec",
                    "keep it, or write Auto, which is what the platform does by itself\nencapsulation: "
                            + past.encapsulation().get());
        }
    }
}
