package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A node trusts a remote only through an anchor. */
public final class AnchorsNeeded implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A002",
            "A spec with tunnels names its trust anchors",
            "without a self-signed CA in the NSS database libreswan discards every certificate that "
                    + "it is sent (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().tunnels().isEmpty() && facts.spec().anchors().isEmpty()) {
            findings.add(facts.spec().section().keyAt("remotes"),
                    "the spec has tunnels and no `ca`",
                    "add a line `ca: <file>.pem`");
        }
    }
}
