package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Mode;
import java.util.OptionalInt;

/** Without the MTUs nobody can tell whether packets will fit. */
public final class MtuIsKnown implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-N007",
            "In mode Full the spec says what the MTUs are",
            "ESP takes 46 bytes beside Geneve's 100, and nothing in the cluster checks that they are there "
                    + "(product documentation; cluster-network-operator, ovn_kubernetes.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Cluster cluster = facts.spec().cluster();
        boolean needed = facts.spec().mode() == Mode.FULL && facts.spec().mtuChange().isEmpty();
        if (needed && !cluster.knowsMtus()) {
            findings.add(facts.spec().section().at("mode"), "mode Full, and the spec does not say what the MTUs are",
                    "add `mtu: {host: " + shown(cluster.hostMtu(), "1500") + ", cluster: "
                            + shown(cluster.clusterMtu(), "<MTU>") + "}` to `cluster`; " + limit(cluster));
        }
    }

    private static String shown(OptionalInt mtu, String otherwise) {
        return mtu.isPresent() ? String.valueOf(mtu.getAsInt()) : otherwise;
    }

    private static String limit(Cluster cluster) {
        if (cluster.clusterMtu().isPresent()) {
            return "the hosts' has to be " + (cluster.clusterMtu().getAsInt() + Overhead.FULL) + " at least";
        }
        int host = cluster.hostMtu().orElse(1500);
        return "on hosts with " + host + " the cluster's can be " + (host - Overhead.FULL) + " at most";
    }
}
