package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Releases before the oldest row of the table have no IPsec that could be compiled for. */
public final class UnsupportedRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-R001",
            "The cluster runs OpenShift 4.14 or later",
            "the tunnels of the published procedure need what 4.14 brought: NMState with libreswan, "
                    + "and the ipsec extension of the nodes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.isSupported()) {
            findings.add(facts.spec().cluster().section().at("openshift"),
                    "OpenShift " + facts.version() + " cannot be compiled for",
                    "upgrade the cluster to " + Releases.oldest().stream() + " or later, or correct the version");
        }
    }
}
