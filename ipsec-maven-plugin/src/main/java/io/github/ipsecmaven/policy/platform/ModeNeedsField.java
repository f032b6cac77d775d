package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Up to 4.14 the network operator knows pod-to-pod encryption only, on or off. */
public final class ModeNeedsField implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P001",
            "Mode External needs a release whose network operator has modes",
            "up to 4.14 `ipsecConfig` is an empty object, present for pod-to-pod encryption and "
                    + "absent for none; `mode` came with 4.15 (openshift/api, types_network.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.isSupported() && facts.release().ipsecConfig() == IpsecConfigForm.EMPTY_OBJECT
                && facts.spec().mode() == Mode.EXTERNAL) {
            findings.add(facts.spec().section().at("mode"),
                    "OpenShift " + facts.version() + " has no mode External",
                    "write `mode: Full` or `mode: Disabled`, or upgrade to 4.15");
        }
    }
}
