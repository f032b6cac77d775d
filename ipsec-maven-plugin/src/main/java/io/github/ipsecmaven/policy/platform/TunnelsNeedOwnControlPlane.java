package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;

/** With hosted control planes nothing puts libreswan on the nodes. */
public final class TunnelsNeedOwnControlPlane implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P003",
            "Tunnels need a control plane in the cluster itself",
            "with hosted control planes the network operator installs no libreswan on the nodes, so no tunnel can "
                    + "come up, and the product does not support it (product documentation; cluster-network-operator, "
                    + "ovn_kubernetes.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        boolean external = spec.mode() == Mode.EXTERNAL && spec.connections().isEmpty();
        if (spec.cluster().hosted() && (external || !spec.tunnels().isEmpty())) {
            findings.add(spec.cluster().section().at("controlPlaneTopology"),
                    (external ? "mode External" : "tunnels") + " with hosted control planes",
                    "remove the remotes and write `mode: Disabled`, or correct the topology: "
                            + "`oc get infrastructure cluster -o jsonpath='{.status.controlPlaneTopology}'` shows it");
        }
    }
}
