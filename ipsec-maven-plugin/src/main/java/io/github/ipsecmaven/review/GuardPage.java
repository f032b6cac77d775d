package io.github.ipsecmaven.review;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Remote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which pool drops clear text to and from what, in words: the evidence that a tunnel's absence does not mean clear text. */
final class GuardPage {

    private GuardPage() {}

    static byte[] of(ClusterSpec spec, List<GuardedPool> pools) {
        StringBuilder page = new StringBuilder("# Fail-closed on cluster " + spec.name() + "\n\n");
        for (GuardedPool pool : pools) {
            page.append("- ").append(evidence(pool)).append('\n');
        }
        List<String> open = open(spec);
        if (!open.isEmpty()) {
            page.append("- fail-open: clear text leaves for ").append(String.join(", ", open))
                    .append(" while no tunnel is up\n");
        }
        return page.append("\nThat nothing was dropped does not show that a tunnel is up: perhaps nobody has sent anything.\n")
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String evidence(GuardedPool pool) {
        if (pool.networks().isEmpty()) {
            return "pool " + pool.name() + " has no guard: " + pool.config() + " takes away what was there";
        }
        return "fail-closed: nftables table ipsec_guard on pool " + pool.name() + " covers "
                + networks(pool) + " for " + String.join(", ", remotes(pool))
                + "; verified by `nft list table inet ipsec_guard`";
    }

    private static String networks(GuardedPool pool) {
        List<String> networks = new ArrayList<>();
        for (Ipv4Network network : pool.networks()) {
            networks.add(network.toString());
        }
        return String.join(", ", networks);
    }

    private static Set<String> remotes(GuardedPool pool) {
        Set<String> remotes = new LinkedHashSet<>();
        for (GuardedPool.Claim claim : pool.claims()) {
            remotes.add(claim.connection().remote().name());
        }
        return remotes;
    }

    /** The remotes that have tunnels and do not fail closed, by name, in the order of the spec. */
    private static List<String> open(ClusterSpec spec) {
        Set<String> withTunnels = new HashSet<>();
        for (Connection tunnel : spec.tunnels()) {
            withTunnels.add(tunnel.remote().name());
        }
        List<String> open = new ArrayList<>();
        for (Remote remote : spec.remotes()) {
            if (!remote.isFailClosed() && withTunnels.contains(remote.name())) {
                open.add(remote.name());
            }
        }
        return open;
    }
}
