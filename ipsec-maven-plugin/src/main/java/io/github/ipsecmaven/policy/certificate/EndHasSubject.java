package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A node shows its subject as its identity. */
public final class EndHasSubject implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C024",
            "The certificate of an end has a subject",
            "with `leftid=%fromcert` the identity is the subject: an empty one authenticates "
                    + "(measured), but a remote cannot tell one such node from another");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.ENDS)) {
            if (use.facts().subject().isEmpty()) {
                findings.add(use.at(), use.shown() + " has an empty subject",
                        "request a certificate with a common name of its own");
            }
        }
    }
}
