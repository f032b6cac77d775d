package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Whether a guard closes what nodes need can only be seen where the spec says what they need. */
public final class NeedsOfNodesKnown implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-K004",
            "Where a guard closes a network, the spec says what nodes need",
            "a build that does not know the cluster's networks and the addresses of its API, DNS, NTP and registry cannot "
                    + "see that a guard closes one of them; the node would then boot without it (nftables, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().cluster().needs().isEmpty()) {
            return;
        }
        for (GuardedNetwork guarded : GuardedNetwork.of(facts.spec())) {
            if (!guarded.network().isHost()) {
                findings.add(guarded.at(),
                        "a guard closes " + guarded.network() + ", and the spec does not say what nodes need",
                        "write the cluster's own, by whatever name\n" + Lines.of("cluster", "needs",
                                "machines: <network of the nodes>") + "\n    dns: <address>");
                return;
            }
        }
    }
}
