package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** libreswan and the nodes' crypto policy set a floor. */
public final class RsaKeyLongEnough implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C014",
            "An RSA key has 2048 bits at least",
            "with 1024 bits libreswan cannot sign (SEC_ERROR_OUTPUT_LEN, measured), and the "
                    + "nodes' crypto policy refuses signatures by keys below 2048 bits (RSA-MIN of RHEL 9)");

    /** The least that the rule lets pass, in bits. */
    static final int FLOOR = 2048;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            if (isRsa(use) && use.facts().keyBits() < FLOOR) {
                findings.add(use.at(),
                        use.shown() + " has an RSA key of " + use.facts().keyBits() + " bits",
                        "request a certificate for an RSA key of 3072 bits");
            }
        }
    }

    static boolean isRsa(CertificateUse use) {
        KeyAlgorithm algorithm = use.facts().keyAlgorithm();
        return algorithm == KeyAlgorithm.RSA || algorithm == KeyAlgorithm.RSA_PSS;
    }
}
