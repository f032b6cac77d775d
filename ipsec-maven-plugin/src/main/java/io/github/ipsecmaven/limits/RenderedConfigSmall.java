package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;

/** A pool's configuration has to hold the cluster's own part too. */
public final class RenderedConfigSmall implements Limit {

    /** Bytes; leaves half a mebibyte to what is not ours. */
    private static final long MANY = 1 << 20;

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-M011",
            "What the nodes of a pool receive leaves room for the cluster's own configuration",
            "the object of 1572864 bytes at most also holds what the cluster itself and everybody else configures on "
                    + "the pool, which is not known here (machine-config-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Rendered rendered, Findings findings) {
        for (PoolSizes.PoolSize size : rendered.pools()) {
            if (size.bytes() > MANY && size.bytes() <= RenderedConfigFits.MOST) {
                findings.add(PoolSizes.place(size.pool(), rendered.spec()),
                        "the bundles of pool '" + size.pool().name() + "' make a configuration of " + size.bytes()
                                + " bytes",
                        "compare with `oc get machineconfig rendered-" + size.pool().name()
                                + "-... -o json | wc -c`; move nodes "
                                + "into pools of their own");
            }
        }
    }
}
