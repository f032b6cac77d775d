package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.List;

/** Two tunnels of a node cannot both carry the same traffic. */
public final class NetworkOncePerNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A013",
            "A node has one tunnel for a network",
            "pluto refuses the second one ('cannot route -- route already in use', "
                    + "programs/pluto/kernel.c); which of them is up depends on which came first");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (List<Selectors.Claim> claims : Selectors.rivals(facts.spec())) {
            for (int i = 1; i < claims.size(); i++) {
                Selectors.Claim first = claims.get(i - 1);
                Selectors.Claim second = claims.get(i);
                if (first.network().equals(second.network())) {
                    findings.add(second.connection().subnetAt(),
                            "the tunnels to '" + first.connection().label() + "' and '" + second.connection().label()
                                    + "' both have the network " + second.network(),
                            "leave the network to one of them, or let each have its own `nodes`");
                }
            }
        }
    }
}
