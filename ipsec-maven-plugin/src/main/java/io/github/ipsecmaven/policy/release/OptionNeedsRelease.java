package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** An option needs an operator and a node that know it. */
public final class OptionNeedsRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-R003",
            "An option needs a release that has it",
            "nmstate refuses a key that it does not know, and NetworkManager-libreswan the whole "
                    + "connection (measured; releases: openshift-ipsec-nas, docs/70)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption written : OptionReleases.written(facts, Availability.Answer.NO)) {
            LibreswanOption option = written.option();
            Version version = facts.version();
            String judged = version.patchGiven() ? "" : " (judged as " + version.withPatch(0) + ")";
            boolean zDecides = !version.patchGiven()
                    && LibreswanOptions.availableFrom(option, version) instanceof Availability.From;
            findings.add(written.keyAt(), "OpenShift " + version + judged + " has no `" + option.name() + "`",
                    "the option is there " + OptionReleases.describe(option, facts) + "; remove the line, or "
                            + (zDecides ? "write the z of the cluster's release in `cluster.openshift`" : "upgrade"));
        }
    }
}
