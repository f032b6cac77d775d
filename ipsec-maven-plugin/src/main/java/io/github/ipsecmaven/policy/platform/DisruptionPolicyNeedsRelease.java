package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.NodeDisruptionPolicy;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Early releases have no field to write the policy into. */
public final class DisruptionPolicyNeedsRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P012",
            "A node disruption policy needs OpenShift 4.17",
            "before 4.16 MachineConfiguration has no `nodeDisruptionPolicy`, and the API server refuses the "
                    + "object under server-side apply (machine-config-operator, NodeDisruptionPolicy.md)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        boolean stated = facts.spec().rebootOnRotation().isPresent();
        if (stated && facts.release().nodeDisruptionPolicy() == NodeDisruptionPolicy.NONE) {
            findings.add(facts.spec().section().section("rotation").at("reboot"),
                    "OpenShift " + facts.version() + " has no node disruption policy",
                    "remove `rotation`: nodes reboot for a new certificate; or upgrade to 4.17");
        }
    }
}
