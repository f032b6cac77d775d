package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Mode;

/** A cluster that left mode Full may have its bytes back. */
public final class MtuToSpare implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-N008",
            "Without pod-to-pod encryption the cluster's MTU may be larger by 46",
            "ESP's 46 bytes are needed in mode Full only (product documentation; cluster-network-operator, "
                    + "ovn_kubernetes.go)");

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
        int host = cluster.hostMtu().getAsInt();
        if (cluster.clusterMtu().getAsInt() == host - Overhead.FULL) {
            findings.add(cluster.section().section("mtu").at("cluster"),
                    "room for ESP with mode " + facts.spec().mode().text(),
                    "nothing; where pod-to-pod encryption is not to come, `mtuChange: {to: " + (host - Overhead.GENEVE)
                            + ", stage: migrate}` starts to give the bytes back");
        }
    }
}
