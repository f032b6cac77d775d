package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Remote;
import java.util.List;
import java.util.stream.Collectors;

/** A remote without a guard, of which nobody has said that it may do without. */
public final class RemoteFailsClosed implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-K001",
            "The spec says whether a remote fails closed",
            "the kernel has no IPsec policy until the tunnel's first success, which is minutes after every reboot, while a "
                    + "certificate or IKE fails, and whenever ipsec.service restarts: what is sent to the remote leaves "
                    + "the node in clear text, and clear text from it is accepted (measured); NMState has no option against it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Remote remote : facts.spec().remotes()) {
            List<Connection> tunnels = facts.spec().tunnels().stream()
                    .filter(tunnel -> tunnel.remote().name().equals(remote.name())).toList();
            if (remote.failClosed().isEmpty() && !tunnels.isEmpty()) {
                String networks = tunnels.stream().map(tunnel -> tunnel.tunnel().orElseThrow().subnet())
                        .distinct().collect(Collectors.joining(", "));
                findings.add(remote.failClosedAt(),
                        "while a tunnel to '" + remote.name() + "' is not up, traffic to " + networks
                                + " leaves its node in clear text",
                        "let the nodes drop it; or write `failClosed: false`, where clear text is better than none\n"
                                + Lines.of("remotes", remote.name(), "failClosed: true"));
            }
        }
    }
}
