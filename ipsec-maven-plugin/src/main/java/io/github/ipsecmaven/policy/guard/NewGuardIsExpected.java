package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** A guard that was not there before is announced with what it does. */
public final class NewGuardIsExpected implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-K008",
            "A new guard is known to make a remote unreachable while its tunnel is down",
            "the guard is there from the first moment of a boot, the tunnel some minutes later, when NMState applies it: "
                    + "connections time out and mounts hang until then (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        SortedMap<String, List<String>> past = facts.previous().get().guards();
        Map<String, TreeSet<String>> pools = new HashMap<>();
        for (GuardedPool pool : facts.spec().guardedPools()) {
            List<Ipv4Network> before = networks(past.getOrDefault(pool.name(), List.of()));
            for (GuardedPool.Claim claim : pool.claims()) {
                if (!claim.network().isIn(before)) {
                    pools.computeIfAbsent(claim.connection().remote().name(), unused -> new TreeSet<>())
                            .add(pool.name());
                }
            }
        }
        for (Remote remote : facts.spec().remotes()) {
            if (pools.containsKey(remote.name())) {
                findings.add(remote.failClosedAt(),
                        "a guard is new for '" + remote.name() + "' on pool "
                                + String.join(", ", pools.get(remote.name()))
                                + ": without a tunnel, as for minutes after each reboot, it cannot be reached",
                        "plan mounts and health checks for that; what flows in clear text today needs its tunnels first, "
                                + "by a commit with `failClosed: false`");
            }
        }
    }

    private static List<Ipv4Network> networks(List<String> texts) {
        List<Ipv4Network> networks = new ArrayList<>();
        for (String text : texts) {
            Optional<Ipv4Network> network = Ipv4Network.parse(text);
            if (network.isPresent()) {
                networks.add(network.get());
            }
        }
        return networks;
    }
}
