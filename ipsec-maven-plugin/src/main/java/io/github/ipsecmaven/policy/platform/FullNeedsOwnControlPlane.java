package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** With hosted control planes pod-to-pod encryption may work, unsupported. */
public final class FullNeedsOwnControlPlane implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P004",
            "Pod-to-pod encryption is not supported with hosted control planes",
            "the network operator runs it in containers only, and the product does not support it (product "
                    + "documentation; cluster-network-operator, ovn_kubernetes.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().cluster().hosted() && facts.spec().mode() == Mode.FULL) {
            findings.add(facts.spec().section().at("mode"),
                    "mode Full with hosted control planes",
                    "write `mode: Disabled`; waive this where Red Hat supports it for you");
        }
    }
}
