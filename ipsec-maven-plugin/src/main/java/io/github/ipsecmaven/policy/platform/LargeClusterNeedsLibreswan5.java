package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.NodeSoftware;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Pool;

/** libreswan 4 does not stand the tunnels of a large cluster. */
public final class LargeClusterNeedsLibreswan5 implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P019",
            "A large cluster in mode Full runs libreswan 5",
            "with some 75 nodes and more, pluto of libreswan 4.6 was seen to crash on 4.18 (OCPBUGS-86429)");

    private static final int MANY = 75;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        int nodes = 0;
        for (Pool pool : facts.spec().pools()) {
            nodes += pool.nodes().orElse(0);
        }
        NodeSoftware software = facts.release().nodeSoftwareOf(facts.version().patch());
        if (facts.spec().mode() == Mode.FULL && nodes >= MANY && software.libreswan().startsWith("4.")) {
            findings.add(facts.spec().section().at("mode"),
                    "mode Full with " + nodes + " nodes on OpenShift " + facts.version(),
                    "upgrade to 4.19, whose nodes have libreswan 5, or ask Red Hat for the fix in your release");
        }
    }
}
