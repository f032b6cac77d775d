package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/** Nobody brings libreswan to the third node of a cluster with two control plane nodes. */
public final class ArbiterLacksLibreswan implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P024",
            "Nodes of pool arbiter have no part in IPsec",
            "the network operator gives libreswan to the roles master and worker only, and pool arbiter selects "
                    + "neither: no tunnel comes up there, and with mode Full its pod ovn-ipsec-host finds no pluto and "
                    + "ends (cluster-network-operator, 80-ipsec-worker-extensions.yaml and ipsec-host.yaml; "
                    + "machine-config-operator, arbiter.machineconfigpool.yaml)");

    private static final String MEND =
            "waive this where a MachineConfig of yours of role arbiter installs the extension `ipsec` and starts `ipsec.service`";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        if (spec.mode() == Mode.FULL && spec.cluster().controlPlaneTopology().equals("HighlyAvailableArbiter")) {
            findings.add(spec.section().at("mode"), "mode Full on a cluster with an arbiter node", MEND);
        }
        Set<Node> ends = new LinkedHashSet<>();
        for (Connection tunnel : spec.tunnels()) {
            if (tunnel.node().pool().equals(ClusterSpec.ARBITER_POOL)) {
                ends.add(tunnel.node());
            }
        }
        for (Node node : ends) {
            findings.add(node.section().at("pool"), "node '" + node.name() + "' of pool arbiter has tunnels",
                    "give them to a node of another pool; " + MEND);
        }
    }
}
