package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Mode;

/** Pods' packets have to fit into the hosts' with Geneve around them. */
public final class MtuLeavesRoomForGeneve implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-N006",
            "The cluster's MTU is at least 100 below the hosts'",
            "Geneve takes 100 bytes, with IPsec or without, and the network operator itself leaves them "
                    + "(cluster-network-operator, ovn_kubernetes.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Cluster cluster = facts.spec().cluster();
        boolean full = facts.spec().mode() == Mode.FULL;
        if (full || facts.spec().mtuChange().isPresent() || !cluster.knowsMtus()) {
            return;
        }
        int most = cluster.hostMtu().getAsInt() - Overhead.GENEVE;
        if (cluster.clusterMtu().getAsInt() > most) {
            findings.add(cluster.section().section("mtu").at("cluster"),
                    "a cluster MTU of " + cluster.clusterMtu().getAsInt() + " on hosts with "
                            + cluster.hostMtu().getAsInt(),
                    "look up both: the cluster's can be " + most + " at most, and mode Full needs another "
                            + Overhead.ESP + " bytes");
        }
    }
}
