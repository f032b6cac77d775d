package io.github.ipsecmaven.review;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Remote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Which pool drops clear text to and from what, in words: the evidence that a tunnel's absence does not mean clear text. */
final class GuardPage {

    private GuardPage() {}

    static byte[] of(ClusterSpec spec, List<GuardedPool> pools) {
        StringBuilder page = new StringBuilder("# Fail-closed on cluster " + spec.name() + "\n\n");
        pools.forEach(pool -> page.append("- ").append(evidence(pool)).append('\n'));
        List<String> open = spec.remotes().stream()
                .filter(remote -> !remote.isFailClosed() && hasTunnels(remote, spec)).map(Remote::name).toList();
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
                + pool.networks().stream().map(Ipv4Network::toString).collect(Collectors.joining(", ")) + " for "
                + pool.claims().stream().map(claim -> claim.connection().remote().name()).distinct()
                        .collect(Collectors.joining(", "))
                + "; verified by `nft list table inet ipsec_guard`";
    }

    private static boolean hasTunnels(Remote remote, ClusterSpec spec) {
        return spec.tunnels().stream().anyMatch(tunnel -> tunnel.remote().name().equals(remote.name()));
    }
}
