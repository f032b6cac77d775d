package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** Options of IKEv1 that do nothing here. */
public final class LivenessKnobs implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-E013",
            "Liveness is asked for by dpddelay alone",
            "with IKEv2 libreswan ignores dpdtimeout, and from release 5 on dpdaction too, with a "
                    + "warning; a dead remote is probed by `dpddelay` (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        String libreswan = facts.release().nodeSoftwareOf(facts.version().patch()).libreswan();
        for (WrittenOption option : WrittenOption.named(facts.spec(), "dpdtimeout")) {
            report(option, findings);
        }
        if (!libreswan.startsWith("4.")) {
            for (WrittenOption option : WrittenOption.named(facts.spec(), "dpdaction")) {
                report(option, findings);
            }
        }
    }

    private static void report(WrittenOption option, Findings findings) {
        findings.add(option.keyAt(), "`" + option.name() + "` does nothing",
                "remove the line" + (option.connection().options().has("dpddelay")
                        ? "; `dpddelay` is enough" : ", and write `dpddelay: 30` to have a dead remote noticed"));
    }
}
