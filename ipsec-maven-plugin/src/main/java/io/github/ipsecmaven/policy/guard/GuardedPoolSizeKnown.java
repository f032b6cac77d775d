package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Remote;

/** Whether a guarded pool has nodes without tunnels can only be seen where the spec says how many nodes it has. */
public final class GuardedPoolSizeKnown implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-K006",
            "The spec says how many nodes a guarded pool has",
            "a node that the spec does not name has no tunnel, but the guard of its pool all the same, and drops all that it "
                    + "exchanges with the remote (machine-config-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (GuardedPool pool : facts.spec().guardedPools()) {
            if (facts.spec().sizeOf(pool.name()).isEmpty() && !pool.claims().isEmpty()) {
                Remote remote = pool.claims().get(0).connection().remote();
                findings.add(remote.failClosedAt(),
                        "the spec does not say how many nodes pool '" + pool.name() + "' has, which is guarded for '"
                                + remote.name() + "'",
                        "write what `oc get mcp " + pool.name() + "` shows\n"
                                + Lines.of("pools", pool.name(), "nodes: <number>"));
            }
        }
    }
}
