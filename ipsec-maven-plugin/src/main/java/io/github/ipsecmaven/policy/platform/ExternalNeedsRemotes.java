package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Mode External without remotes encrypts nothing. */
public final class ExternalNeedsRemotes implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P007",
            "Mode External encrypts what goes to remotes",
            "without remotes it reboots every node to install libreswan and encrypts nothing (product "
                    + "documentation; cluster-network-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mode() == Mode.EXTERNAL && facts.spec().connections().isEmpty()
                && facts.spec().remotesWithoutNodes().isEmpty()) {
            findings.add(facts.spec().section().at("mode"),
                    "mode External, but the spec has no remotes",
                    "add `remotes`, or write `mode: Full` to encrypt what pods send each other");
        }
    }
}
