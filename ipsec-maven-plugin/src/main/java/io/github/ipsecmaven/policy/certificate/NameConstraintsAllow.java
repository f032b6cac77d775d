package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.ConstrainedNames;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.Optional;

/** An authority may be confined to some names. */
public final class NameConstraintsAllow implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C028",
            "The name constraints of a chain allow the certificate",
            "the other end refuses a certificate whose names an authority of its chain may not "
                    + "vouch for (SEC_ERROR_INVALID_ARGS, sic; pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Chains.Led led : new Chains(facts).all()) {
            check(led.file(), led.certificate(), led.chain(), findings);
        }
    }

    private static void check(FileRef file, Certificate certificate, CertificateChain chain, Findings findings) {
        for (Certificate issuer : chain.issuers()) {
            boolean constrains = issuer.facts().extensions().nameConstraints();
            Optional<String> refused = constrains ? ConstrainedNames.refused(issuer, certificate) : Optional.empty();
            if (refused.isPresent()) {
                findings.add(file.at(),
                        "the certificate in '" + file.shown() + "' holds the name '" + refused.get()
                                + "', which its authority '" + issuer.facts().subject() + "' may not vouch for",
                        "request a certificate whose names the authority's name constraints allow");
            }
        }
    }
}
