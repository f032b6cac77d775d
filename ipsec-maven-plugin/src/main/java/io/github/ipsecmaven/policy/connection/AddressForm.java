package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.HostName;
import io.github.ipsecmaven.policy.Ipv6;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.Optional;

/** libreswan takes many words for an end of a tunnel; few of them make a tunnel that comes up. */
public final class AddressForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A005",
            "An address is a host name or an IPv4 address",
            "nothing on the way to the node looks at `left` and `right`; a name that cannot resolve "
                    + "leaves the connection unoriented, and it never comes up (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenAddress address : WrittenAddress.of(facts.spec())) {
            String text = address.text();
            boolean defaultRoute = address.ofNode() && text.equals(Tunnel.DEFAULT_ROUTE);
            if (defaultRoute || Ipv4.isAddress(text) || Ipv6.isMeantBy(text)) {
                continue;
            }
            if (text.startsWith("%")) {
                findings.add(address.at(), "the address '" + text + "' is no place to connect "
                        + (address.ofNode() ? "from" : "to"), address.ofNode()
                        ? "write the node's host name or IPv4 address"
                        : "write the remote's host name or IPv4 address: the node starts the connection");
            } else if (Ipv4Network.parse(text).isPresent()) {
                findings.add(address.at(), "the address '" + text + "' is a network",
                        "write `" + text.substring(0, text.indexOf('/'))
                                + "`; a network goes under `subnet` or `localSubnet`");
            } else if (HostName.isLocalhost(text)) {
                findings.add(address.at(), "the address '" + text + "' is every machine's own",
                        "write the name or the address by which " + (address.ofNode() ? "the remotes" : "the nodes")
                                + " reach it");
            } else {
                Optional<String> fault = HostName.fault(text);
                if (fault.isPresent()) {
                    findings.add(address.at(), "the address '" + text + "' " + fault.get(),
                            "write a host name such as nas.example.com, or an IPv4 address such as 192.0.2.10");
                }
            }
        }
    }
}
