package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** NSS and libreswan know RSA and three curves. */
public final class KeyKindForNss implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C013",
            "A key is RSA, or ECDSA on P-256, P-384 or P-521",
            "NSS imports no Edwards key (SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY), and libreswan "
                    + "signs and verifies with RSA and with ECDSA on those three curves only (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            if (!use.facts().keyAlgorithm().isKnownToNss()) {
                findings.add(use.at(),
                        use.shown() + " has a key of the kind " + use.facts().keyAlgorithm().label(),
                        "have it issued anew for an RSA key of 3072 bits");
            }
        }
    }
}
