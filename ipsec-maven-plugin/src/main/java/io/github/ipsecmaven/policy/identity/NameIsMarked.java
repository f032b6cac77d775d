package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Without its mark, a name is resolved instead of compared. */
public final class NameIsMarked implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-I003",
            "A host name as identity begins with @",
            "libreswan 5 resolves a bare name when it loads the connection, fails where that fails, "
                    + "and else compares an address instead of the name (measured); NetworkManager marks it only "
                    + "while its defaults are on");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.writable(facts.spec())) {
            if (identity.form() == WrittenIdentity.Form.BARE_NAME) {
                findings.add(identity.at(), "the identity '" + identity.text() + "' is a bare host name",
                        "write `\"@" + identity.text() + "\"`");
            }
        }
    }
}
