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
            "Every certificate below an anchor is signed with SHA-2",
            "the end that verifies refuses all others: SHA-1 under the nodes' crypto policy and MD5 everywhere "
                    + "(SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED), SHA-3 and the truncated SHA-512 because NSS "
                    + "does not know them (SEC_ERROR_BAD_SIGNATURE; measured)");

    private static final Set<String> VERIFIABLE = Set.of("SHA-224", "SHA-256", "SHA-384", "SHA-512");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.VERIFIED)) {
            Optional<String> hash = use.facts().signatureHash();
            if (hash.isPresent() && !VERIFIABLE.contains(hash.get())) {
                findings.add(use.at(),
                        use.shown() + " is signed with " + hash.get(),
                        "have it signed again with SHA-256, SHA-384 or SHA-512");
            }
        }
    }
}
