package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.ConstrainedNames;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.RemoteCertificate;
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
        Chains chains = new Chains(facts);
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<CertificateChain> chain = chains.of(bundle);
            if (chain.isPresent()) {
                check(bundle.reference().file(), bundle.certificate().orElseThrow(), chain.get(), findings);
            }
        }
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            Optional<CertificateChain> chain = chains.of(remote);
            if (chain.isPresent()) {
                check(remote.remote().certificate().orElseThrow(), remote.pem().certificates().get(0).certificate(),
                        chain.get(), findings);
            }
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
