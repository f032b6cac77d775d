package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.Map;

/** What nodes need is compared with networks, so it has to be an address. */
public final class NeedIsAddress implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-K013",
            "What nodes need is an IPv4 address or a network in CIDR form",
            "nothing else can be compared with what a guard closes, so the build would not see that nodes lose it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Map.Entry<String, String> need : facts.spec().cluster().needs().entrySet()) {
            if (Ipv4Network.parseAny(need.getValue()).isEmpty()) {
                findings.add(facts.spec().cluster().section().section("needs").at(need.getKey()),
                        "'" + need.getValue() + "' is neither an IPv4 address nor a network",
                        "write a.b.c.d or a.b.c.d/n: what the name stands for");
            }
        }
    }
}
