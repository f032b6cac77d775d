package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** An identity that nobody has to prove is a label. */
public final class IdentityProved implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-I007",
            "The remote's certificate has to hold its identity",
            "with `require-id-on-certificate: false` the holder of any trusted certificate may claim "
                    + "the identity (ipsec.conf(5))");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), "require-id-on-certificate")) {
            if (option.value().equals(false)) {
                findings.add(option.at(),
                        "`require-id-on-certificate: false` lets any trusted certificate claim the identity",
                        "remove the line, and write an `identity` that the remote's certificate holds");
            }
        }
    }
}
