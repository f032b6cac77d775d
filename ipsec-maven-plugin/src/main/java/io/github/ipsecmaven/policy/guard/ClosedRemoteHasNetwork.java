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
        List<GuardedNetwork> closed = GuardedNetwork.of(facts.spec()).stream().filter(network -> !network.live()).toList();
        for (Remote remote : facts.spec().remotes()) {
            boolean said = remote.isFailClosed() && remote.failClosedAt().owner().isEmpty();
            if (remote.absent() && said && closed.stream().noneMatch(network -> network.remote().equals(remote.name()))) {
                findings.add(remote.failClosedAt(),
                        "'" + remote.name() + "' is absent and to stay closed, but names no network that could be",
                        "keep its `subnet` or `subnets` and its nodes until it leaves the spec, or remove `failClosed`");
            }
        }
        closed.stream().filter(network -> network.network().prefix() < NetworkNotEverything.WIDEST).forEach(network ->
                findings.add(network.at(), "'" + network.network() + "' is wider than /" + NetworkNotEverything.WIDEST,
                        "write the networks that were really behind the remote"));
    }
}
