package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.List;

/**
 * A network that some pool guards, as the spec has it.
 *
 * @param live whether tunnels lead to it; else it stays closed while its remote is absent
 */
record GuardedNetwork(String remote, Ipv4Network network, Position at, boolean live) {

    /** The networks of every pool, each once. */
    static List<GuardedNetwork> of(ClusterSpec spec) {
        return spec.guardedPools().stream().flatMap(pool -> of(pool).stream()).distinct().toList();
    }

    /** The networks of one pool, each once. */
    static List<GuardedNetwork> of(GuardedPool pool) {
        return pool.claims().stream()
                .map(claim -> new GuardedNetwork(claim.connection().remote().name(), claim.network(), claim.at(),
                        !claim.connection().absent()))
                .distinct()
                .toList();
    }
}
