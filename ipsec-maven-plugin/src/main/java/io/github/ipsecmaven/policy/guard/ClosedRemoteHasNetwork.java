package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.connection.NetworkNotEverything;
import io.github.ipsecmaven.spec.Remote;
import java.util.List;

/** An absent remote that is to stay closed still has to say what it is. */
public final class ClosedRemoteHasNetwork implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-K010",
            "An absent remote that stays closed names its networks, none wider than /8",
            "a guard knows addresses, not names: without one nothing would be closed, and with too many the node would be "
                    + "cut off from its cluster (nft(8))");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        List<GuardedNetwork> networks = GuardedNetwork.of(facts.spec());
        for (Remote remote : facts.spec().remotes()) {
            boolean said = remote.isFailClosed() && remote.failClosedAt().owner().isEmpty();
            if (remote.absent() && said && !staysClosed(remote, networks)) {
                findings.add(remote.failClosedAt(),
                        "'" + remote.name() + "' is absent and to stay closed, but names no network that could be",
                        "keep its `subnet` or `subnets` and its nodes until it leaves the spec, or remove `failClosed`");
            }
        }
        for (GuardedNetwork network : networks) {
            if (!network.live() && network.network().prefix() < NetworkNotEverything.WIDEST) {
                findings.add(network.at(), "'" + network.network() + "' is wider than /" + NetworkNotEverything.WIDEST,
                        "write the networks that were really behind the remote");
            }
        }
    }

    private static boolean staysClosed(Remote remote, List<GuardedNetwork> networks) {
        for (GuardedNetwork network : networks) {
            if (!network.live() && network.remote().equals(remote.name())) {
                return true;
            }
        }
        return false;
    }
}
