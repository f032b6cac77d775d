package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A network inside another one is meant so, or a mask is wrong. */
public final class NetworkInsideAnother implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-A014",
            "The networks of a node's remotes do not overlap",
            "where one network lies inside another, libreswan gives its traffic to the tunnel of the "
                    + "narrower one (ipsec.conf(5), priority)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (List<Selectors.Claim> claims : Selectors.rivals(facts.spec())) {
            Deque<Selectors.Claim> around = new ArrayDeque<>();
            for (Selectors.Claim claim : claims) {
                while (!around.isEmpty() && !around.peek().network().contains(claim.network())) {
                    around.pop();
                }
                if (!around.isEmpty() && !around.peek().network().equals(claim.network())) {
                    findings.add(claim.connection().subnetAt(),
                            claim.network() + " of '" + claim.connection().label() + "' lies inside "
                                    + around.peek().network() + " of '" + around.peek().connection().label() + "'",
                            "nothing, where it is meant so; else correct the mask of one of them");
                }
                around.push(claim);
            }
        }
    }
}
