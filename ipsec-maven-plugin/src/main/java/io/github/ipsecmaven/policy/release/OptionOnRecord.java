package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** An option that nobody has seen work on a release. */
public final class OptionOnRecord implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-R004",
            "The release is known to have an option",
            "NetworkManager-libreswan refuses a connection with a key that it does not know, and which "
                    + "one this release's nodes have is not on record");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption written : OptionReleases.written(facts, Availability.Answer.UNKNOWN)) {
            LibreswanOption option = written.option();
            findings.add(written.keyAt(), "OpenShift " + facts.version() + " may lack `" + option.name() + "`",
                    "remove the line, or look with `rpm -q NetworkManager-libreswan` on a node, and waive this finding "
                            + "where it is " + option.minNetworkManagerLibreswan() + " or later");
        }
    }
}
