package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A remote that had tunnels is not dropped: it is made absent first. */
public final class VanishedRemote implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G002",
            "A remote that had tunnels is made absent before it leaves the spec",
            Vanishing.WHY);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Set<String> known = new HashSet<>();
        for (Remote remote : facts.spec().remotes()) {
            known.add(remote.name());
        }
        Map<String, Map<String, PastConnection>> vanished = new TreeMap<>();
        for (Map.Entry<String, PastConnection> past : facts.pastTunnels()) {
            String remote = past.getValue().remote();
            if (!known.contains(remote)) {
                vanished.computeIfAbsent(remote, unused -> new TreeMap<>()).put(past.getKey(), past.getValue());
            }
        }
        for (String remote : vanished.keySet()) {
            findings.add(facts.spec().section().keyAt("remotes"),
                    "the remote '" + remote + "' had tunnels and is gone from the spec",
                    "add these lines; once they have been rendered and committed, they may go\n"
                            + tombstone(remote, vanished.get(remote)));
        }
    }

    private static String tombstone(String remote, Map<String, PastConnection> connections) {
        List<String> lines = new ArrayList<>(List.of("remotes:", "  " + remote + ":", "    state: absent"));
        TreeSet<String> networks = new TreeSet<>();
        connections.values().forEach(connection -> connection.network().ifPresent(networks::add));
        if (!networks.isEmpty()) {
            lines.add("    subnets:");
            networks.forEach(network -> lines.add("      " + network + ": {state: absent}"));
        }
        if (connections.values().stream().anyMatch(connection -> connection.network().isEmpty()) && !networks.isEmpty()) {
            lines.add("    subnet: {state: absent}");
        }
        lines.add("    nodes:");
        TreeSet<String> nodes = new TreeSet<>();
        connections.forEach((name, connection) -> nodes.add("      " + Tombstones.below(name, connection)));
        lines.addAll(nodes);
        return String.join("\n", lines);
    }
}
