package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The guard is on every node of a pool, and so has to be the tunnel. */
public final class GuardFitsPool implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-K005",
            "Every node of a guarded pool has the tunnels that it guards",
            "a MachineConfig reaches every node of its pool, a tunnel only the nodes that have it: the others would drop "
                    + "all that they exchange with the remote (machine-config-operator; nftables, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (GuardedPool pool : facts.spec().guardedPools()) {
            List<Node> nodes = facts.spec().nodesOf(pool.name());
            for (List<GuardedPool.Claim> claims : claimsOfRemotes(pool)) {
                check(pool, claims, nodes, facts.spec(), findings);
            }
        }
    }

    private static Collection<List<GuardedPool.Claim>> claimsOfRemotes(GuardedPool pool) {
        Map<String, List<GuardedPool.Claim>> remotes = new LinkedHashMap<>();
        for (GuardedPool.Claim claim : pool.claims()) {
            if (!claim.connection().absent()) {
                String remote = claim.connection().remote().name();
                remotes.putIfAbsent(remote, new ArrayList<>());
                remotes.get(remote).add(claim);
            }
        }
        return remotes.values();
    }

    private static void check(GuardedPool pool, List<GuardedPool.Claim> claims, List<Node> nodes, ClusterSpec spec,
            Findings findings) {
        Remote remote = claims.get(0).connection().remote();
        Map<String, Set<Ipv4Network>> reached = new LinkedHashMap<>();
        for (Node node : nodes) {
            reached.put(node.name(), new HashSet<>());
        }
        Set<Ipv4Network> guarded = new HashSet<>();
        for (GuardedPool.Claim claim : claims) {
            guarded.add(claim.network());
            reached.get(claim.connection().node().name()).add(claim.network());
        }
        List<String> cut = new ArrayList<>();
        for (Map.Entry<String, Set<Ipv4Network>> node : reached.entrySet()) {
            if (!node.getValue().containsAll(guarded)) {
                cut.add(node.getKey());
            }
        }
        String mend = "give them the tunnel, move them to a pool of their own, or write `failClosed: false`";
        if (!cut.isEmpty()) {
            findings.add(remote.failClosedAt(),
                    "node '" + cut.get(0) + "'" + (cut.size() == 1 ? "" : " and " + (cut.size() - 1) + " more")
                            + " of pool '" + pool.name() + "' would lose '" + remote.name()
                            + "', for which the pool's guard waits for a tunnel",
                    mend);
        }
        int size = spec.sizeOf(pool.name()).orElse(0);
        if (size > nodes.size()) {
            findings.add(remote.failClosedAt(),
                    "the pool '" + pool.name() + "' has " + size + " nodes and the spec names " + nodes.size()
                            + ": the others would lose '" + remote.name() + "'",
                    mend);
        }
    }
}
