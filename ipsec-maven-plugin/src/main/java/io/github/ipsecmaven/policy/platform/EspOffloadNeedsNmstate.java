package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Node;
import java.util.Optional;

/** Where the NMState operator is for IPsec only, it may not set the features of an interface. */
public final class EspOffloadNeedsNmstate implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P021",
            "ESP offload is set only where the NMState operator is supported for more than IPsec",
            "on Google Cloud the NMState operator is supported for configuring IPsec and nothing else (product "
                    + "documentation, \"Configuring IPsec encryption\", prerequisites)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        String name = facts.spec().cluster().platform();
        Optional<Platform> platform = Platform.find(name);
        if (platform.isEmpty() || !platform.get().nmstateForIpsecOnly()) {
            return;
        }
        for (Node node : facts.spec().espOffloadNodes()) {
            findings.add(node.section().keyAt("espOffload"),
                    "`espOffload` sets features of interfaces, and on " + name + " NMState is supported for IPsec only",
                    "remove `espOffload`, and turn ESP offload off by other means");
        }
    }
}
