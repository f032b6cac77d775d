package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a tunnel leaves out, the guard drops. */
public final class GuardNoWiderThanTunnel implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-K007",
            "A guarded tunnel protects all that nodes exchange with the remote",
            "the guard knows the remote's networks only, and drops whatever no tunnel protects: other protocols and ports, "
                    + "and what has another source address (nftables, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private record Narrow(Position at, String remote, String what) {}

    @Override
    public void check(Facts facts, Findings findings) {
        Set<Narrow> narrow = new LinkedHashSet<>();
        for (GuardedPool pool : facts.spec().guardedPools()) {
            for (GuardedPool.Claim claim : pool.claims()) {
                if (!claim.connection().absent()) {
                    add(claim.connection(), narrow);
                }
            }
        }
        for (Narrow found : narrow) {
            findings.add(found.at(),
                    "the tunnel to '" + found.remote() + "' protects " + found.what()
                            + " only, and the guard drops the rest",
                    "let the tunnel protect all of it, or write `failClosed: false`");
        }
    }

    private static void add(Connection connection, Set<Narrow> narrow) {
        Tunnel tunnel = connection.tunnel().orElseThrow();
        String remote = connection.remote().name();
        if (tunnel.localSubnet().isPresent()) {
            narrow.add(new Narrow(connection.section().at("localSubnet"), remote,
                    "what " + tunnel.localSubnet().get() + " sends"));
        }
        for (String option : List.of("leftprotoport", "rightprotoport")) {
            if (tunnel.options().containsKey(option)) {
                narrow.add(new Narrow(connection.options().at(option), remote, tunnel.options().get(option).toString()));
                return;
            }
        }
    }
}
