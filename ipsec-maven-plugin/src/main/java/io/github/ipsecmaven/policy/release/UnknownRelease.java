package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A release later than the newest row of the table is judged as that row. */
public final class UnknownRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-R002",
            "The cluster's release is one that this version of the plugin knows",
            "a release that is not on record is judged as the newest one that is; what it changed is "
                    + "not checked");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.isSupported() && !Releases.isKnown(facts.version())) {
            findings.add(facts.spec().cluster().section().at("openshift"),
                    "OpenShift " + facts.version() + " is not on record; it is judged as " + facts.release().stream(),
                    "look for a newer version of the plugin");
        }
    }
}
