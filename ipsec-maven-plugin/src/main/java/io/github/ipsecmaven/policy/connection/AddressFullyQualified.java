package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.HostName;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A short name means something else on every machine that has another search domain. */
public final class AddressFullyQualified implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A007",
            "A host name is fully qualified",
            "each machine must be able to resolve the names of all others (published procedure), and "
                    + "certificates hold full names");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenAddress address : WrittenAddress.of(facts.spec())) {
            String text = address.text();
            if (!text.contains(".") && !HostName.isLocalhost(text) && HostName.fault(text).isEmpty()) {
                findings.add(address.at(), "the address '" + text + "' is a short name",
                        "write it with its domain, `" + text + ".<domain>`, or write an IPv4 address");
            }
        }
    }
}
