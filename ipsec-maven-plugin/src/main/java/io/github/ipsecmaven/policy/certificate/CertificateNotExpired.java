package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** What has expired authenticates nobody. */
public final class CertificateNotExpired implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C017",
            "No certificate has expired",
            "NSS imports an expired certificate without a word; libreswan then refuses the "
                    + "connection (\"is expired or not yet valid\"), or the chain of the other end (pluto, "
                    + "measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            if (use.facts().notAfter().isBefore(facts.now())) {
                findings.add(use.at(), use.shown() + " expired at " + use.facts().notAfter(),
                        use.role() == CertificateUse.Role.ANCHOR
                                ? "remove it from `ca` once nothing is signed by it any more, or renew it"
                                : "renew it");
            }
        }
    }
}
