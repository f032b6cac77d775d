package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Custom pools inherit worker's files. */
public final class CustomPoolReceivesWorkersKeys implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-P018",
            "The nodes of a custom pool also hold the private keys of pool worker",
            "a custom pool inherits every MachineConfig of worker, and with it the bundles; each node imports its "
                    + "own only, but root on it can read all (machine-config-operator, custom-pools.md)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        long keys = facts.spec().importingPools().stream()
                .filter(pool -> pool.name().equals("worker"))
                .mapToLong(pool -> pool.bundles().stream().map(bundle -> bundle.file().shown()).distinct().count())
                .sum();
        if (keys > 0) {
            facts.spec().customPools().forEach((pool, at) -> findings.add(at,
                    "the nodes of pool '" + pool + "' also hold the "
                            + (keys == 1 ? "private key" : keys + " private keys") + " of pool worker",
                    "nothing, where these nodes are trusted alike; else put worker's into a custom pool too"));
        }
    }
}
