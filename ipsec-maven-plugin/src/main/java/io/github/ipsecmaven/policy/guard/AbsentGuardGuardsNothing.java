package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Pool;

/** A guard is not taken away while remotes ask for it. */
public final class AbsentGuardGuardsNothing implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-K011",
            "A pool whose guard is absent has no remote that fails closed",
            "the two lines contradict each other: one of them opens what the other promises to keep closed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Pool pool : facts.spec().pools()) {
            if (pool.unguarded()) {
                check(pool, facts.spec(), findings);
            }
        }
    }

    private static void check(Pool pool, ClusterSpec spec, Findings findings) {
        for (GuardedPool guarded : spec.guardedPools()) {
            if (guarded.name().equals(pool.name()) && !guarded.claims().isEmpty()) {
                findings.add(pool.section().section("guard").at("state"),
                        "the guard of pool '" + pool.name() + "' is absent, but '"
                                + guarded.claims().get(0).connection().remote().name()
                                + "' is `failClosed` on its nodes",
                        "write `failClosed: false` for the remote, or remove the line");
            }
        }
    }
}
