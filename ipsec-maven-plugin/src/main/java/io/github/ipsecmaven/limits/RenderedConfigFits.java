package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;

/** A pool's configuration is one object in etcd. */
public final class RenderedConfigFits implements Limit {

    /** Bytes; etcd's limit, which the machine config operator checks by itself from 4.22 on. */
    static final long MOST = 1_572_864;

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M010",
            "What the nodes of a pool receive fits into one object",
            "the machine config operator merges all MachineConfigs of a pool, and worker's into a custom pool, into "
                    + "one object of 1572864 bytes at most; a larger one degrades the pool (machine-config-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Rendered rendered, Findings findings) {
        for (PoolSizes.PoolSize size : rendered.pools()) {
            if (size.bytes() > MOST) {
                findings.add(PoolSizes.place(size.pool(), rendered.spec()),
                        "the bundles of pool '" + size.pool().name() + "' make a configuration of " + size.bytes()
                                + " bytes",
                        "move nodes into pools of their own, or leave roots and intermediates out of the bundles");
            }
        }
    }
}
