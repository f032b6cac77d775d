package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Encapsulation is an option of mode Full. */
public final class EncapsulationNeedsFull implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-N001",
            "Encapsulation is an option of mode Full",
            "the API server refuses the object: \"full is forbidden when mode is not Full\" "
                    + "(openshift/api, types_network.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encapsulation().isPresent() && facts.spec().mode() != Mode.FULL) {
            findings.add(facts.spec().section().keyAt("encapsulation"),
                    "`encapsulation` with mode " + facts.spec().mode().text(),
                    "remove the line, or write `mode: Full`");
        }
    }
}
