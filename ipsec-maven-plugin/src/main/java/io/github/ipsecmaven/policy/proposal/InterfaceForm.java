package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** The number of an XFRM interface. */
public final class InterfaceForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E009",
            "ipsec-interface is no, yes or a number from 1 on",
            "nmstate refuses other words, and libreswan takes 0 for no (nmstate, ipsec.rs; "
                    + "ipsec.conf(5))");

    private static final long MOST = 0xFFFFFFFFL;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), "ipsec-interface")) {
            String text = option.text();
            boolean number = text.matches("[1-9][0-9]{0,9}") && Long.parseLong(text) <= MOST;
            if (!number && !text.equals("yes") && !text.equals("no")) {
                findings.add(option.at(), "`ipsec-interface` cannot be '" + text + "'",
                        "write `no`, `yes` or a number N from 1 on, for an interface ipsecN");
            }
        }
    }
}
