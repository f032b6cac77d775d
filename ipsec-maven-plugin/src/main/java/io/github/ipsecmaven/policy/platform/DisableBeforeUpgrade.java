package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Pods lose traffic where IPsec is on during the upgrade from 4.14. */
public final class DisableBeforeUpgrade implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-P011",
            "IPsec is disabled before 4.14 becomes 4.15",
            "during that upgrade pods' traffic would be lost (OCPBUGS-43323; product documentation of 4.15 to "
                    + "4.18)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.release().ipsecConfig() == IpsecConfigForm.EMPTY_OBJECT && facts.spec().mode() == Mode.FULL) {
            findings.add(facts.spec().section().at("mode"),
                    "mode Full on OpenShift " + facts.version(),
                    "nothing to do now; write `mode: Disabled` before the upgrade to 4.15 and `mode: Full` after it");
        }
    }
}
