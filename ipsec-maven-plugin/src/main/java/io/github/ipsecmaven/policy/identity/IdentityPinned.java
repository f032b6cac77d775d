package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;
import java.util.Optional;

/** A remote that may be anybody with a certificate. */
public final class IdentityPinned implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-I001",
            "The remote's identity is pinned",
            "with %fromcert libreswan adopts the identity of whatever certificate verifies: the holder "
                    + "of any certificate from any trusted authority passes as the remote, in mode Full perhaps "
                    + "the cluster's own nodes (measured; inferred for Full); an `*` in a distinguished name fits "
                    + "every value (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.of(facts.spec())) {
            if (identity.form() == WrittenIdentity.Form.FROM_CERTIFICATE) {
                String right = identity.connection().tunnel().orElseThrow().right();
                String name = Ipv4.isAddress(right) ? "@name" : "@" + right;
                findings.add(identity.at(), "`identity: %fromcert` lets any trusted certificate pass as the remote",
                        "remove the line where the remote's certificate holds '" + right + "', which is then pinned; "
                                + "else write a name that it holds, `identity: \"" + name + "\"`");
            } else if (hasWildcard(identity)) {
                findings.add(identity.at(), "the identity '" + identity.text() + "' fits several certificates",
                        "write the whole subject of the remote's certificate, or a name that it holds, `\"@name\"`");
            }
        }
    }

    private static boolean hasWildcard(WrittenIdentity identity) {
        Optional<DistinguishedName> name = identity.form() == WrittenIdentity.Form.DISTINGUISHED_NAME
                ? DistinguishedName.parse(identity.text()) : Optional.empty();
        if (name.isPresent()) {
            for (DistinguishedName.Part part : name.get().parts()) {
                if (part.isWildcard()) {
                    return true;
                }
            }
        }
        return false;
    }
}
