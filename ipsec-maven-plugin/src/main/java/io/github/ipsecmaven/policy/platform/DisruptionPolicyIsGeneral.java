package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.NodeDisruptionPolicy;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** On 4.16 the policy does not cover a folder. */
public final class DisruptionPolicyIsGeneral implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P013",
            "A node disruption policy for a folder needs OpenShift 4.17",
            "on 4.16 the policy is a technology preview behind a feature gate and matches a file's exact path "
                    + "only, so a renewed bundle would reboot its pool all the same (machine-config-operator, "
                    + "NodeDisruptionPolicy.md)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        boolean wanted = !facts.spec().rebootOnRotation().orElse(true);
        if (wanted && facts.release().nodeDisruptionPolicy() == NodeDisruptionPolicy.TECH_PREVIEW_EXACT_PATH) {
            findings.add(facts.spec().section().section("rotation").at("reboot"),
                    "`reboot: false` on OpenShift " + facts.version(),
                    "remove `rotation`, or upgrade to 4.17");
        }
    }
}
