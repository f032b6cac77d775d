package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateExtensions;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** An extension that a verifier has to understand and does not is a refusal. */
public final class ExtensionsUnderstood implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C022",
            "Every critical extension is a known one, and every known one is readable",
            "the other end refuses the certificate: SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION (pluto, "
                    + "measured; RFC 5280 section 4.2)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.VERIFIED)) {
            CertificateExtensions extensions = use.facts().extensions();
            if (!extensions.unknownCritical().isEmpty()) {
                findings.add(use.at(),
                        use.shown() + " has the unknown critical extension "
                                + String.join(", ", extensions.unknownCritical()),
                        "request a certificate in which that extension is absent, or is not critical");
            }
            if (!extensions.unreadable().isEmpty()) {
                findings.add(use.at(),
                        use.shown() + " has an extension that cannot be read, "
                                + String.join(", ", extensions.unreadable()),
                        "request a new certificate: its authority wrote this one wrongly");
            }
        }
    }
}
