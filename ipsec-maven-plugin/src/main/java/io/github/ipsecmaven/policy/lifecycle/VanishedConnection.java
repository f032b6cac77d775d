package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
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
        Set<String> nodes = facts.spec().nodes().stream().map(Node::name).collect(Collectors.toSet());
        for (Remote remote : facts.spec().remotes()) {
            List<Map.Entry<String, PastConnection>> gone = facts.pastTunnels().stream()
                    .filter(past -> past.getValue().remote().equals(remote.name()))
                    .filter(past -> nodes.contains(past.getValue().node()))
                    .filter(past -> facts.spec().connections().stream()
                            .noneMatch(now -> Vanishing.isSame(now, past.getValue())))
                    .toList();
            checkNodes(remote, gone, findings);
            checkNetworks(remote, gone, findings);
        }
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
