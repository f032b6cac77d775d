package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.KeyMatch;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** A bundle's key belongs to its certificate. */
public final class KeyMatchesCertificate implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C005",
            "The key of a bundle belongs to its certificate",
            "NSS imports the pair and libreswan loads it, both without a word; every remote then "
                    + "refuses the signature (pk12util and pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<BundleIdentity> identity = bundle.content().identity();
            if (identity.isPresent() && identity.get().match() == KeyMatch.DIFFERS) {
                findings.add(bundle.reference().file().at(),
                        "the key in '" + bundle.reference().file().shown()
                                + "' does not belong to the certificate beside it",
                        "make the bundle again from the key that the certificate was requested with");
            }
        }
    }
}
