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
            "libreswan takes anything else for an authority that nobody has, or for any at all, and "
                    + "nothing says so (ipsec.conf(5), leftca)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), "rightca")) {
            String text = option.text();
            if (!text.equals("%same") && !DistinguishedName.isOne(text)) {
                findings.add(option.at(), "`rightca` cannot be '" + text + "'",
                        "write `\"%same\"` for the authority of the node's own certificate, or the issuer's subject, "
                                + "such as `\"C=US, O=Example, CN=Partner CA\"`");
            }
        }
    }
}
