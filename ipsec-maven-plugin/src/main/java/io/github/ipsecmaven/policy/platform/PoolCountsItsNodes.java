package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Pool;

/** A pool's number of nodes is not smaller than the nodes that are named. */
public final class PoolCountsItsNodes implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P016",
            "A pool has at least the nodes that the spec names",
            "the estimate of a rollout is made from the number of its nodes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Pool pool : facts.spec().pools()) {
            int named = facts.spec().nodesOf(pool.name()).size();
            if (pool.nodes().isPresent() && pool.nodes().getAsInt() < named) {
                findings.add(pool.section().at("nodes"),
                        "the pool '" + pool.name() + "' is said to have " + pool.nodes().getAsInt()
                                + " nodes, and the spec names " + named,
                        "write how many nodes the pool has: `oc get mcp " + pool.name() + "` shows it");
            }
        }
    }
}
