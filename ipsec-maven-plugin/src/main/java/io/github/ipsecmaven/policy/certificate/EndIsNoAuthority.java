package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** An end's certificate is none of an authority. */
public final class EndIsNoAuthority implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C019",
            "The certificate of an end does not say CA:TRUE",
            "libreswan does not take an authority's certificate for that of an end: \"no "
                    + "certificate matched\" (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.ENDS)) {
            if (use.facts().isCa()) {
                findings.add(use.at(), use.shown() + " says CA:TRUE",
                        use.role() == CertificateUse.Role.REMOTE
                                ? "name a file whose first certificate is the remote's own"
                                : "use a certificate with basicConstraints CA:FALSE");
            }
        }
    }
}
