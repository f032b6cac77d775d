package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Pods' traffic reaches the host's tunnels only where the host routes it. */
public final class TunnelsNeedRoutingViaHost implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-N003",
            "Tunnels need routingViaHost",
            "with routingViaHost false, what pods send to a remote leaves through OVN and never meets "
                    + "the host's tunnel: it goes out in clear text (published procedure, prerequisites)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        boolean refused = !facts.spec().cluster().routingViaHost().orElse(true);
        if (refused && !facts.spec().tunnels().isEmpty()) {
            findings.add(facts.spec().cluster().section().at("routingViaHost"),
                    "`routingViaHost: false`, but the spec has tunnels",
                    "remove the line: remotes imply true");
        }
    }
}
