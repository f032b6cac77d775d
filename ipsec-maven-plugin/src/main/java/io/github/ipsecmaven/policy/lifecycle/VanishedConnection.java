package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A tunnel between a node and a remote that both stay is not dropped: it is made absent first. */
public final class VanishedConnection implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G003",
            "A tunnel is made absent before it leaves the spec",
            Vanishing.WHY);

    private static final String ADVICE = "add these lines; once they have been rendered and committed, they may go\n";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        List<Map.Entry<String, PastConnection>> gone = gone(facts);
        if (gone.isEmpty()) {
            return;
        }
        for (Remote remote : facts.spec().remotes()) {
            List<Map.Entry<String, PastConnection>> ofRemote = gone.stream()
                    .filter(past -> past.getValue().remote().equals(remote.name())).toList();
            checkNodes(remote, ofRemote, findings);
            checkNetworks(remote, ofRemote, findings);
        }
    }

    /** The tunnels of the last tree that the spec has no longer, though it has their nodes. */
    private static List<Map.Entry<String, PastConnection>> gone(Facts facts) {
        Set<String> nodes = new HashSet<>();
        for (Node node : facts.spec().nodes()) {
            nodes.add(node.name());
        }
        Map<String, Connection> now = Vanishing.byEnds(facts.spec());
        List<Map.Entry<String, PastConnection>> gone = new ArrayList<>();
        for (Map.Entry<String, PastConnection> past : facts.pastTunnels()) {
            if (nodes.contains(past.getValue().node()) && !now.containsKey(Vanishing.ends(past.getValue()))) {
                gone.add(past);
            }
        }
        return gone;
    }

    /** Nodes that the remote has no longer. */
    private static void checkNodes(Remote remote, List<Map.Entry<String, PastConnection>> gone, Findings findings) {
        TreeSet<String> lines = new TreeSet<>();
        TreeSet<String> tunnels = new TreeSet<>();
        gone.stream().filter(past -> hasLeft(past.getValue().node(), remote)).forEach(past -> {
            lines.add(Tombstones.ofNode(past.getKey(), past.getValue()));
            tunnels.add("from '" + past.getValue().node() + "' to '" + past.getValue().label() + "'");
        });
        if (!lines.isEmpty()) {
            findings.add(remote.section().keyAt("nodes"), message(tunnels),
                    ADVICE + Lines.below(new String[] {"remotes", remote.name(), "nodes"}, List.copyOf(lines)));
        }
    }

    /** Networks that the remote has no longer, or has under another name. */
    private static void checkNetworks(Remote remote, List<Map.Entry<String, PastConnection>> gone, Findings findings) {
        TreeSet<String> networks = new TreeSet<>();
        TreeSet<String> lines = new TreeSet<>();
        TreeSet<String> tunnels = new TreeSet<>();
        gone.stream().map(Map.Entry::getValue).filter(past -> !hasLeft(past.node(), remote)).forEach(past -> {
            past.network().ifPresentOrElse(
                    name -> networks.add("  " + name + ": {state: absent}"),
                    () -> lines.add("subnet: {state: absent}"));
            tunnels.add("from '" + past.node() + "' to '" + past.label() + "'");
        });
        if (!networks.isEmpty()) {
            lines.add("subnets:\n" + networks.stream().map(line -> "    " + line).collect(Collectors.joining("\n")));
        }
        if (!lines.isEmpty()) {
            String place = remote.section().has("subnets") ? "subnets" : "subnet";
            findings.add(remote.section().keyAt(place), message(tunnels),
                    ADVICE + Lines.below(new String[] {"remotes", remote.name()}, List.copyOf(lines)));
        }
    }

    private static boolean hasLeft(String node, Remote remote) {
        return remote.section().has("nodes") && !remote.section().section("nodes").has(node);
    }

    private static String message(TreeSet<String> tunnels) {
        return tunnels.size() == 1
                ? "the tunnel " + tunnels.first() + " is gone from the spec"
                : "the tunnel " + tunnels.first() + " and " + (tunnels.size() - 1) + " more are gone from the spec";
    }
}
