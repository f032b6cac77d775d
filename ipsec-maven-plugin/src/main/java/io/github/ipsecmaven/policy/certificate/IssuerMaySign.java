package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateExtensions;
import io.github.ipsecmaven.pki.KeyUsage;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An authority may sign certificates. */
public final class IssuerMaySign implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C027",
            "What signs a certificate is an authority that may",
            "the other end refuses the chain: SEC_ERROR_CA_CERT_INVALID for CA:FALSE, "
                    + "SEC_ERROR_INADEQUATE_KEY_USAGE without keyCertSign (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Set<Certificate> signing = signing(facts);
        for (CertificateUse use : CertificateUse.of(facts)) {
            if (use.role() == CertificateUse.Role.ANCHOR || signing.contains(use.certificate())) {
                check(use, findings);
            }
        }
    }

    private static Set<Certificate> signing(Facts facts) {
        Set<Certificate> signing = new HashSet<>();
        for (Chains.Led led : new Chains(facts).all()) {
            signing.addAll(led.chain().intermediates());
        }
        return signing;
    }

    private static void check(CertificateUse use, Findings findings) {
        Optional<String> fault = fault(use);
        if (fault.isPresent()) {
            findings.add(use.at(), use.shown() + " " + fault.get(),
                    use.role() == CertificateUse.Role.ANCHOR
                            ? "name the file of the authority's own certificate"
                            : "have the authority's certificate issued with CA:TRUE and keyCertSign");
        }
    }

    /** An anchor may lack basicConstraints (a root of version 1,
            measured); the trust that it is given makes up for it. */
    private static Optional<String> fault(CertificateUse use) {
        CertificateExtensions extensions = use.facts().extensions();
        boolean anchor = use.role() == CertificateUse.Role.ANCHOR;
        if (!extensions.ca().orElse(anchor)) {
            return Optional.of(extensions.ca().isPresent() ? "says CA:FALSE" : "does not say CA:TRUE");
        }
        Optional<Set<KeyUsage>> usage = extensions.keyUsage();
        boolean signs = usage.isEmpty() || usage.get().contains(KeyUsage.KEY_CERT_SIGN);
        return signs ? Optional.empty() : Optional.of("lacks the key usage keyCertSign");
    }
}
