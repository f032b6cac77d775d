package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** MachineConfigs of one's own need a network operator that looks for them. */
public final class OwnIpsecConfigsNeedRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P023",
            "One's own IPsec MachineConfigs need a release that looks for them",
            "an older network operator adds its own beside them, and both install libreswan (cluster-network-operator, "
                    + "annotation user-ipsec-machine-config: in 4.18, and backported to 4.15-4.17 within the stream)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Availability availability = facts.release().ownIpsecConfigs();
        Availability.Answer answer = availability.in(facts.version());
        if (facts.spec().cluster().ipsecMachineConfigs().isEmpty() || answer == Availability.Answer.YES) {
            return;
        }
        boolean unknown = answer == Availability.Answer.UNKNOWN;
        findings.add(facts.spec().cluster().section().keyAt("ipsecMachineConfigs"),
                "the network operator of OpenShift " + facts.version() + (unknown ? " may not look" : " does not look")
                        + " for IPsec MachineConfigs of your own",
                "it does so " + availability.describe(facts.version()) + (unknown
                        ? "; waive this finding where `oc get mc` lists yours and no 80-ipsec-worker-extensions"
                        : "; remove the lines"));
    }
}
