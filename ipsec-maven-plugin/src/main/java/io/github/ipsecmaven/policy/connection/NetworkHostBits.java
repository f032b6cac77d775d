package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.Optional;

/** A network with host bits is most often a host with the wrong mask. */
public final class NetworkHostBits implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-A010",
            "The host bits of a network are zero",
            "libreswan 5 zeroes them with a warning that nobody sees, so the tunnel protects another "
                    + "network than the one written (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenNetwork written : WrittenNetwork.of(facts.spec())) {
            Optional<Ipv4Network> network = written.network();
            if (network.isPresent() && !network.get().equals(network.get().masked())) {
                findings.add(written.at(), "'" + written.text() + "' has host bits below its mask",
                        "write `" + network.get().masked() + "` for the network, or `"
                                + Ipv4Network.ofHost(network.get().address()) + "` for the host");
            }
        }
    }
}
