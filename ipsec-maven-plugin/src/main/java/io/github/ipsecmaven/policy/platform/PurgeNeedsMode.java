package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Keys are removed while the nodes still have the programs that remove them. */
public final class PurgeNeedsMode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P022",
            "A pool is purged in mode External or Full",
            "mode Disabled takes libreswan, and NSS's tools with it, off the nodes with the same reboot: the keys would "
                    + "stay in the NSS database for ever (cluster-network-operator; libreswan's package needs nss-tools)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mode() == Mode.DISABLED && facts.spec().isPurging()) {
            findings.add(facts.spec().section().at("mode"), "mode Disabled while keys are being removed",
                    "disable IPsec with a later commit, when the purged pools are out of the spec");
        }
    }
}
