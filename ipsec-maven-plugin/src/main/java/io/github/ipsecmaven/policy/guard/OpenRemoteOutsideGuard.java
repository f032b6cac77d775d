package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A guard for one remote closes whatever lies in its networks. */
public final class OpenRemoteOutsideGuard implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-K012",
            "A remote that may fail open lies in no guarded network",
            "the guard of a pool is one list of networks, and asks for no remote's name: what lies in one of them is closed "
                    + "while no tunnel protects it (nft(8))");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (GuardedPool pool : facts.spec().guardedPools()) {
            Set<String> told = new HashSet<>();
            for (GuardedNetwork guarded : GuardedNetwork.of(pool)) {
                check(guarded, pool, facts.spec(), told, findings);
            }
        }
    }

    private static void check(GuardedNetwork guarded, GuardedPool pool, ClusterSpec spec, Set<String> told,
            Findings findings) {
        for (Connection open : spec.tunnels()) {
            if (open.remote().isFailClosed() || !open.node().pool().equals(pool.name())) {
                continue;
            }
            String subnet = open.tunnel().orElseThrow().subnet();
            Optional<Ipv4Network> network = Ipv4Network.parse(subnet);
            boolean closed = network.isPresent() && guarded.network().overlaps(network.get());
            if (closed && told.add(open.remote().name() + " " + guarded.remote())) {
                findings.add(open.remote().failClosedAt(),
                        "the guard for '" + guarded.remote() + "' closes " + guarded.network() + ", and with it " + subnet
                                + " of '" + open.remote().name() + "'",
                        "write `failClosed: true` for both, or make the guarded network smaller");
            }
        }
    }
}
