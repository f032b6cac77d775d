package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Up to 4.14 the network operator installs no libreswan on the nodes. */
public final class TunnelsNeedLibreswanOnNodes implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P010",
            "On 4.14 the user installs libreswan on the nodes",
            "only from 4.15 on does the network operator install libreswan and NetworkManager-libreswan; on "
                    + "4.14 tunnels are a technology preview and need a MachineConfig with the extension `ipsec` and "
                    + "a unit that starts it (openshift/enhancements; cluster-network-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.isSupported() && facts.release().ipsecConfig() == IpsecConfigForm.EMPTY_OBJECT
                && !facts.spec().tunnels().isEmpty()) {
            findings.add(facts.spec().cluster().section().at("openshift"),
                    "tunnels on OpenShift " + facts.version(),
                    "upgrade to 4.15, or waive this where a MachineConfig of yours installs the extension `ipsec`");
        }
    }
}
