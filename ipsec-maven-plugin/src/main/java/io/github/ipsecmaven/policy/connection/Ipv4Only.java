package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Ipv6;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import io.github.ipsecmaven.spec.Connection;
import java.util.List;
import java.util.Optional;

/** IPsec through the NMState operator is for IPv4. */
public final class Ipv4Only implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A006",
            "Addresses, networks and identities are IPv4",
            "IPv6 configuration is not currently supported by the NMState Operator when configuring "
                    + "IPsec for external traffic (published procedure, prohibitions)");

    private static final String MEND = "write an IPv4 address, or a name that resolves to one";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenAddress address : WrittenAddress.of(facts.spec())) {
            check(address.at(), address.text(), MEND, findings);
        }
        for (WrittenNetwork network : WrittenNetwork.of(facts.spec())) {
            check(network.at(), network.text(), "write an IPv4 network such as 10.1.0.0/16", findings);
        }
        for (Connection connection : facts.spec().tunnels()) {
            Optional<String> identity = connection.section().text("identity");
            if (identity.isPresent()) {
                check(connection.section().at("identity"), identity.get(), "write an IPv4 address or `@name`",
                        findings);
            }
        }
        for (String family : List.of("hostaddrfamily", "clientaddrfamily")) {
            for (WrittenOption option : WrittenOption.named(facts.spec(), family)) {
                if (option.text().equals("ipv6")) {
                    findings.add(option.at(), "`" + family + ": ipv6`",
                            "remove the line, or write `" + family + ": ipv4`");
                }
            }
        }
    }

    private static void check(Position at, String text, String mend, Findings findings) {
        if (Ipv6.isMeantBy(text)) {
            findings.add(at, "'" + text + "' is IPv6", mend);
        }
    }
}
