package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;
import java.util.Set;

/** A root's own signature is never checked; all others are. */
public final class SignatureHashAllowed implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C016",
            "No certificate below an anchor is signed with SHA-1 or MD5",
            "the end that verifies refuses it: MD5 everywhere, SHA-1 under the nodes' crypto "
                    + "policy (SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED, measured)");

    private static final Set<String> BROKEN = Set.of("SHA-1", "MD5", "MD2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.VERIFIED)) {
            Optional<String> hash = use.facts().signatureHash();
            if (hash.isPresent() && BROKEN.contains(hash.get())) {
                findings.add(use.at(),
                        use.shown() + " is signed with " + hash.get(),
                        "have it signed again with SHA-256 or better");
            }
        }
    }
}
