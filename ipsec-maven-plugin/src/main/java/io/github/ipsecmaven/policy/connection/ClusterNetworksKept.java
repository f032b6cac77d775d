package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to the cluster must not go to a remote. */
public final class ClusterNetworksKept implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A018",
            "The network behind a remote is none of the cluster's own",
            "pods, services and OVN-Kubernetes have networks of their own, by default 10.128.0.0/14, "
                    + "172.30.0.0/16, 100.64.0.0/16 and 100.88.0.0/16; traffic to them would go into the tunnel "
                    + "(OpenShift documentation, CIDR range definitions)");

    private static final Map<Ipv4Network, String> DEFAULTS = defaults();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenNetwork written : WrittenNetwork.of(facts.spec())) {
            Optional<Ipv4Network> network = written.network();
            if (!written.local() && network.isPresent() && network.get().prefix() >= NetworkNotEverything.WIDEST) {
                check(written, network.get(), findings);
            }
        }
    }

    private static void check(WrittenNetwork written, Ipv4Network network, Findings findings) {
        for (Map.Entry<Ipv4Network, String> own : DEFAULTS.entrySet()) {
            if (network.overlaps(own.getKey())) {
                String user = own.getValue();
                findings.add(written.at(),
                        "'" + written.text() + "' overlaps " + own.getKey() + ", by default the network of " + user,
                        "name the parts that are really behind the remote under `subnets`; "
                                + "where the cluster has another network for " + user + ", waive this finding");
            }
        }
    }

    private static Map<Ipv4Network, String> defaults() {
        Map<Ipv4Network, String> networks = new LinkedHashMap<>();
        networks.put(network("10.128.0.0/14"), "the pods");
        networks.put(network("172.30.0.0/16"), "the services");
        networks.put(network("100.64.0.0/16"), "OVN-Kubernetes' join switches");
        networks.put(network("100.88.0.0/16"), "OVN-Kubernetes' transit switch");
        return networks;
    }

    private static Ipv4Network network(String text) {
        return Ipv4Network.parse(text).orElseThrow();
    }
}
