package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** The authority that a remote's certificate comes from. */
public final class IssuerForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E010",
            "rightca is %same or a distinguished name",
            "libreswan takes anything else, a type that it does not know, and a value with a plain slash "
                    + "or a doubled comma for any authority at all, and only a log says so (ipsec.conf(5), "
                    + "leftca; pluto 4.10 and 5.2, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), "rightca")) {
            String text = option.text();
            boolean name = DistinguishedName.isOne(text) && !text.contains(",,");
            if (!name && !text.equals("%same")) {
                findings.add(option.at(), "`rightca` cannot be '" + text + "'",
                        "write `\"%same\"` for the authority of the node's own certificate, or the issuer's subject, "
                                + "such as `'C=US, O=Example\\, Inc, CN=Partner CA'`, with types that libreswan has "
                                + "names for");
            }
        }
    }
}
