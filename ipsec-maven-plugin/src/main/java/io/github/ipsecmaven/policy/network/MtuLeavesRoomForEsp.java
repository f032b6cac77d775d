package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Mode;

/** Pods' packets have to fit into the hosts' with both headers around them. */
public final class MtuLeavesRoomForEsp implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-N005",
            "In mode Full the cluster's MTU is at least 146 below the hosts'",
            "Geneve takes 100 bytes and ESP 46; larger packets are fragmented or lost as soon as encryption is "
                    + "on, and nothing in the cluster checks it (product documentation; cluster-network-operator, "
                    + "ovn_kubernetes.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Cluster cluster = facts.spec().cluster();
        boolean full = facts.spec().mode() == Mode.FULL;
        if (!full || facts.spec().mtuChange().isPresent() || !cluster.knowsMtus()) {
            return;
        }
        int most = cluster.hostMtu().getAsInt() - Overhead.FULL;
        if (cluster.clusterMtu().getAsInt() > most) {
            findings.add(cluster.section().section("mtu").at("cluster"),
                    "mode Full with a cluster MTU of " + cluster.clusterMtu().getAsInt() + " on hosts with "
                            + cluster.hostMtu().getAsInt(),
                    "migrate first, with `mtuChange: {to: " + most + ", stage: migrate}`; mode Full comes after its "
                            + "last stage");
        }
    }
}
