package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What brings a tunnel up must not wait for the tunnel. That no node lies behind a live remote is a rule of its own. */
public final class GuardKeepsNeedsOpen implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-K003",
            "A guard closes nothing that nodes need before a tunnel is up",
            "a node reaches its API server, DNS, NTP, registry and neighbours before NMState brings its tunnels up; where "
                    + "the guard drops that, the tunnel never comes up and the node does not join the cluster "
                    + "(nftables, measured; NMState operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, Ipv4Network> needs = needs(facts.spec());
        Map<String, Ipv4Network> nodes = nodes(facts.spec());
        for (GuardedNetwork guarded : GuardedNetwork.of(facts.spec())) {
            check(guarded, needs, findings);
            if (!guarded.live()) {
                check(guarded, nodes, findings);
            }
        }
    }

    private static void check(GuardedNetwork guarded, Map<String, Ipv4Network> needs, Findings findings) {
        for (Map.Entry<String, Ipv4Network> need : needs.entrySet()) {
            if (closes(guarded.network(), need.getValue())) {
                findings.add(guarded.at(),
                        "the guard for '" + guarded.remote() + "' closes " + guarded.network() + ", in which "
                                + need.getKey() + " lies",
                        "write the parts that are really behind the remote under `subnets`, or `failClosed: false`");
                return;
            }
        }
    }

    /** A remote may well be one host among the machines; a wider network among them would hold nodes. */
    private static boolean closes(Ipv4Network guarded, Ipv4Network need) {
        return need.isHost() ? guarded.contains(need) : !guarded.isHost() && guarded.overlaps(need);
    }

    private static Map<String, Ipv4Network> needs(ClusterSpec spec) {
        Map<String, Ipv4Network> needs = new LinkedHashMap<>();
        for (Map.Entry<String, String> need : spec.cluster().needs().entrySet()) {
            Optional<Ipv4Network> network = Ipv4Network.parseAny(need.getValue());
            if (network.isPresent()) {
                needs.put("'" + need.getKey() + "' " + need.getValue(), network.get());
            }
        }
        return needs;
    }

    private static Map<String, Ipv4Network> nodes(ClusterSpec spec) {
        Map<String, Ipv4Network> nodes = new LinkedHashMap<>();
        for (Node node : spec.nodes()) {
            Optional<Ipv4Network> address = Ipv4Network.parseAny(node.address().orElse(""));
            if (address.isPresent() && address.get().isHost()) {
                nodes.put("node '" + node.name() + "'", address.get());
            }
        }
        return nodes;
    }
}
