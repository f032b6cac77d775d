package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Tunnel;

/** A node that leaves its address to its default route. */
public final class DefaultRouteAddress implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-A008",
            "The build knows the node's address",
            "libreswan puts the address of the default route in place of %defaultroute on the node; "
                    + "the build can then compare it neither with the certificate nor with the networks of the "
                    + "remotes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenAddress address : WrittenAddress.of(facts.spec())) {
            if (address.ofNode() && address.text().equals(Tunnel.DEFAULT_ROUTE)) {
                findings.add(address.at(), "the node's address is whatever its default route has",
                        "write the node's host name or IPv4 address, where it has a fixed one");
            }
        }
    }
}
