package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A network that some pool guards, as the spec has it.
 *
 * @param live whether tunnels lead to it; else it stays closed while its remote is absent
 */
record GuardedNetwork(String remote, Ipv4Network network, Position at, boolean live) {

    /** The networks of every pool, each once. */
    static List<GuardedNetwork> of(ClusterSpec spec) {
        Set<GuardedNetwork> networks = new LinkedHashSet<>();
        for (GuardedPool pool : spec.guardedPools()) {
            networks.addAll(of(pool));
        }
        return List.copyOf(networks);
    }

    /** The networks of one pool, each once. */
    static List<GuardedNetwork> of(GuardedPool pool) {
        Set<GuardedNetwork> networks = new LinkedHashSet<>();
        for (GuardedPool.Claim claim : pool.claims()) {
            Connection connection = claim.connection();
            networks.add(new GuardedNetwork(
                    connection.remote().name(), claim.network(), claim.at(), !connection.absent()));
        }
        return List.copyOf(networks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuardedNetwork that && remote.equals(that.remote) && network.equals(that.network)
                && at.equals(that.at) && live == that.live;
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + network.hashCode();
    }
}
