package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Remote;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

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
        Map<String, Set<String>> behind = networksByRemote(facts.spec());
        for (Remote remote : facts.spec().remotes()) {
            Set<String> networks = behind.getOrDefault(remote.name(), Set.of());
            if (remote.failClosed().isEmpty() && !networks.isEmpty()) {
                findings.add(remote.failClosedAt(),
                        "while a tunnel to '" + remote.name() + "' is not up, traffic to " + String.join(", ", networks)
                                + " leaves its node in clear text",
                        "let the nodes drop it; or write `failClosed: false`, where clear text is better than none\n"
                                + Lines.of("remotes", remote.name(), "failClosed: true"));
            }
        }
    }

    private static Map<String, Set<String>> networksByRemote(ClusterSpec spec) {
        Map<String, Set<String>> networks = new HashMap<>();
        for (Connection tunnel : spec.tunnels()) {
            networks.putIfAbsent(tunnel.remote().name(), new LinkedHashSet<>());
            networks.get(tunnel.remote().name()).add(tunnel.tunnel().orElseThrow().subnet());
        }
        return networks;
    }
}
