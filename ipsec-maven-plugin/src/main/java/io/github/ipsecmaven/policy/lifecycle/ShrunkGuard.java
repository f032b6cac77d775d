package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.List;
import java.util.Optional;

/** A network that a guard no longer closes is told of. */
public final class ShrunkGuard implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-G015",
            "A network that leaves a guard is known to be open",
            "nodes may again exchange clear text with it as soon as they load the new list, whether or not a tunnel is "
                    + "there (nftables, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        for (GuardedPool pool : facts.spec().guardedPools()) {
            List<Ipv4Network> now = pool.networks();
            for (String text : facts.previous().get().guards().getOrDefault(pool.name(), List.of())) {
                Optional<Ipv4Network> past = Ipv4Network.parse(text);
                if (past.isPresent() && !past.get().isIn(now)) {
                    findings.add(facts.spec().section().keyAt("remotes"),
                            past.get() + " leaves the guard of pool '" + pool.name() + "'",
                            "nothing, where that is meant; else `failClosed: true`, with the network, for its remote");
                }
            }
        }
    }
}
