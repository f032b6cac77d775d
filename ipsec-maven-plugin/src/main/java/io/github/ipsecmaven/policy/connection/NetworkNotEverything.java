package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.Optional;

/** A tunnel for everything takes the node off its network. */
public final class NetworkNotEverything implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A011",
            "A network is not wider than /8",
            "NetworkManager routes 0.0.0.0/0 as two halves into the tunnel, and the node loses its API "
                    + "server, its registry and its neighbours (measured); no network behind a remote is wider "
                    + "than 10.0.0.0/8");

    /** The shortest prefix that a network may have. */
    public static final int WIDEST = 8;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenNetwork written : WrittenNetwork.of(facts.spec())) {
            Optional<Ipv4Network> network = written.network();
            if (network.isPresent() && network.get().prefix() < WIDEST) {
                findings.add(written.at(), "'" + written.text() + "' is wider than /" + WIDEST,
                        "write the networks that are really behind the " + (written.local() ? "node" : "remote"));
            }
        }
    }
}
