package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** A remote that has never seen the node's certificate cannot check it. */
public final class NodeSendsCertificate implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-E014",
            "The node sends its certificate",
            "with `leftsendcert: never` a remote that does not hold the node's certificate itself "
                    + "refuses the node (ipsec.conf(5), leftsendcert)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), "leftsendcert")) {
            if (option.text().equals("never")) {
                findings.add(option.at(), "`leftsendcert: never`",
                        "write `always`, or remove the line, unless the remote holds every node's certificate");
            }
        }
    }
}
