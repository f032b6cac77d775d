package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The extended key usage names a purpose that NSS takes for IPsec. */
public final class ExtendedKeyUsageForIke implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C021",
            "The extended key usage of a chain fits IPsec",
            "a certificate for code signing, time stamping, OCSP or an unknown purpose alone is "
                    + "refused by the other end (SEC_ERROR_INADEQUATE_CERT_TYPE), in an authority too "
                    + "(pluto, measured)");

    /**
     * Server, client and mail authentication, ipsecEndSystem, ipsecTunnel, ipsecUser, ipsecIKE (RFC 4945), any, and
     * Microsoft's IKE intermediate.
     */
    private static final Set<String> ENOUGH = Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4",
            "1.3.6.1.5.5.7.3.5", "1.3.6.1.5.5.7.3.6", "1.3.6.1.5.5.7.3.7", "1.3.6.1.5.5.7.3.17", "2.5.29.37.0",
            "1.3.6.1.5.5.8.2.2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            List<String> purposes = use.facts().extensions().extendedKeyUsage();
            if (!purposes.isEmpty() && Collections.disjoint(purposes, ENOUGH)) {
                findings.add(use.at(),
                        use.shown() + " is only for the purpose " + String.join(", ", purposes),
                        "request a certificate with the extended key usage serverAuth and clientAuth, or without any");
            }
        }
    }
}
