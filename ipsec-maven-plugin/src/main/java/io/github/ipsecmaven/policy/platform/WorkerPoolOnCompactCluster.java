package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Node;

/** On compact clusters the pool worker is empty. */
public final class WorkerPoolOnCompactCluster implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P017",
            "On compact and single-node clusters nodes are in pool master",
            "there the pool worker has no machines, so a MachineConfig for it reaches nobody and the node never "
                    + "gets its bundle (machine-config-operator, custom-pools.md)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().cluster().usualPool().equals("master")) {
            return;
        }
        for (Node node : facts.spec().nodesOf("worker")) {
            findings.add(node.section().at("pool"),
                    "pool worker on a cluster whose control plane nodes run the workload",
                    "remove the line; waive this where the cluster has worker machines too");
        }
    }
}
