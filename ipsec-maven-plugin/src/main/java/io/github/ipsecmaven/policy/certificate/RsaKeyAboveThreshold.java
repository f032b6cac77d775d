package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** An organisation sets its own floor for RSA keys. */
public final class RsaKeyAboveThreshold implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C015",
            "An RSA key has policy.rsaBits at least",
            "RSA below 3072 bits counts less than 128 bits of strength (NIST SP 800-57 part 1, "
                    + "table 2); `policy.rsaBits` moves the line");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        int least = facts.spec().thresholds().rsaBits();
        for (CertificateUse use : CertificateUse.of(facts)) {
            int bits = use.facts().keyBits();
            if (RsaKeyLongEnough.isRsa(use) && bits >= RsaKeyLongEnough.FLOOR && bits < least) {
                findings.add(use.at(),
                        use.shown() + " has an RSA key of " + bits + " bits",
                        "request a certificate for an RSA key of " + least + " bits");
            }
        }
    }
}
