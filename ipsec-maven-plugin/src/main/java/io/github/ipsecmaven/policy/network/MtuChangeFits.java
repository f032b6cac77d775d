package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.MtuChange;

/** The MTU that a change leads to leaves room for what is put around each packet. */
public final class MtuChangeFits implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-N020",
            "A change of the MTU knows where it comes from, and fits into the host's",
            "the network operator compares `from` with the MTU in force and wants the new one to "
                    + "leave 100 bytes for Geneve, and 46 more for ESP in mode Full; else it is Degraded "
                    + "(cluster-network-operator, isOVNKubernetesChangeSafe)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mtuChange().isPresent()) {
            check(facts.spec().mtuChange().get(), facts, findings);
        }
    }

    private static void check(MtuChange change, Facts facts, Findings findings) {
        Cluster cluster = facts.spec().cluster();
        if (cluster.hostMtu().isEmpty() || cluster.clusterMtu().isEmpty()) {
            findings.add(change.section().at(), "`mtuChange` needs the MTUs that are in force",
                    "add `mtu: {host: <bytes>, cluster: <bytes>}` to `cluster`");
            return;
        }
        int overhead = facts.spec().mode() == Mode.FULL ? 146 : 100;
        int largest = cluster.hostMtu().getAsInt() - overhead;
        if (change.to() > largest) {
            findings.add(change.section().at("to"),
                    "an MTU of " + change.to() + " does not fit into the host's " + cluster.hostMtu().getAsInt(),
                    "write at most " + largest + ": " + overhead + " bytes go around each packet in mode "
                            + facts.spec().mode().text());
        }
        if (change.stage() == MtuChange.Stage.MIGRATE && change.to() == cluster.clusterMtu().getAsInt()) {
            findings.add(change.section().at("to"), "the cluster's MTU is " + change.to() + " already",
                    "remove `mtuChange`");
        }
    }
}
