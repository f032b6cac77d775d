package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Full and tunnels share one libreswan on each node. */
public final class FullBesideTunnels implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P009",
            "Pod-to-pod encryption and tunnels on one cluster are a known risk",
            "nmstate's bug RHEL-67307 is open, and openshift/origin does not test tunnels in mode Full because of "
                    + "it; whatever restarts libreswan for one of them takes the other down too (openshift/origin, "
                    + "ipsec tests; cluster-network-operator, ovn-ipsec-cleanup)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mode() == Mode.FULL && !facts.spec().tunnels().isEmpty()) {
            findings.add(facts.spec().section().at("mode"),
                    "mode Full together with tunnels",
                    "write `mode: External` where pods need no encryption among themselves; else try one node "
                            + "first, and waive this when it has proved itself");
        }
    }
}
