package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;

/** An address that vouches for another. */
public final class IdentityOfAnotherAddress implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-I006",
            "An identity that is an address is the remote's own",
            "behind NAT the two may differ; else the remote's certificate holds its own address, and "
                    + "authentication fails");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.writable(facts.spec())) {
            String right = identity.connection().tunnel().orElseThrow().right();
            boolean addresses = identity.form() == WrittenIdentity.Form.ADDRESS && Ipv4.isAddress(right);
            if (addresses && !identity.text().equals(right)) {
                findings.add(identity.at(), "the identity is " + identity.text() + ", the address " + right,
                        "write `identity: " + right + "`, or remove the line; "
                                + "leave it where the remote is behind NAT and knows itself by that address");
            }
        }
    }
}
