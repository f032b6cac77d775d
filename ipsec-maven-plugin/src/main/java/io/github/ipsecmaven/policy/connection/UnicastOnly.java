package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Ends and networks have addresses that a host can have on a network. */
public final class UnicastOnly implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A019",
            "Addresses and networks are unicast ones that are routed",
            "loopback, link-local, multicast and reserved addresses never leave the machine or its "
                    + "link, so no tunnel carries them (RFC 6890)");

    private static final List<Ipv4Network> SPECIAL = List.of(
            network("0.0.0.0/8"), network("127.0.0.0/8"), network("169.254.0.0/16"), network("224.0.0.0/4"),
            network("240.0.0.0/4"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenAddress address : WrittenAddress.of(facts.spec())) {
            OptionalLong number = Ipv4.parse(address.text());
            if (number.isPresent()) {
                check(address.at(), Ipv4Network.ofHost(number.getAsLong()), address.text(), findings);
            }
        }
        for (WrittenNetwork written : WrittenNetwork.of(facts.spec())) {
            Optional<Ipv4Network> network = written.network();
            if (network.isPresent()) {
                check(written.at(), network.get(), written.text(), findings);
            }
        }
    }

    private static void check(Position at, Ipv4Network network, String text, Findings findings) {
        for (Ipv4Network special : SPECIAL) {
            if (special.contains(network)) {
                findings.add(at, "'" + text + "' lies in " + special + ", which is not routed",
                        "write an address of the network between the node and the remote");
            }
        }
    }

    private static Ipv4Network network(String text) {
        return Ipv4Network.parse(text).orElseThrow();
    }
}
