package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Hosted clusters have no MachineConfiguration. */
public final class DisruptionPolicyNeedsOwnControlPlane implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P014",
            "A node disruption policy needs a control plane in the cluster itself",
            "with hosted control planes there is no MachineConfiguration object that could hold it "
                    + "(machine-config-operator, NodeDisruptionPolicy.md)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().cluster().hosted() && facts.spec().rebootOnRotation().isPresent()) {
            findings.add(facts.spec().section().section("rotation").at("reboot"),
                    "`rotation` with hosted control planes",
                    "remove `rotation`");
        }
    }
}
