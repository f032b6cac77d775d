package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
        int keys = workersKeys(facts.spec());
        if (keys == 0) {
            return;
        }
        for (Map.Entry<String, Position> pool : facts.spec().customPools().entrySet()) {
            findings.add(pool.getValue(),
                    "the nodes of pool '" + pool.getKey() + "' also hold the "
                            + (keys == 1 ? "private key" : keys + " private keys") + " of pool worker",
                    "nothing, where these nodes are trusted alike; else put worker's into a custom pool too");
        }
    }

    private static int workersKeys(ClusterSpec spec) {
        Set<String> files = new HashSet<>();
        for (ImportingPool pool : spec.importingPools()) {
            if (pool.name().equals("worker")) {
                for (BundleRef bundle : pool.bundles()) {
                    files.add(bundle.file().shown());
                }
            }
        }
        return files.size();
    }
}
