package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.List;
import java.util.Optional;

/** Names that begin with ovs_ are the cluster's own. */
public final class CommonNameNotReserved implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C036",
            "No common name begins with ovs_",
            "the published procedure forbids it for every certificate: the cluster files its own "
                    + "certificates under such names in the same NSS database and deletes them by name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            Optional<String> reserved = firstReserved(use.facts().commonNames());
            if (reserved.isPresent()) {
                findings.add(use.at(), use.shown() + " has the common name '" + reserved.get() + "'",
                        "request a certificate with another common name");
            }
        }
    }

    private static Optional<String> firstReserved(List<String> names) {
        for (String name : names) {
            if (NicknameNotReserved.isOfCluster(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
