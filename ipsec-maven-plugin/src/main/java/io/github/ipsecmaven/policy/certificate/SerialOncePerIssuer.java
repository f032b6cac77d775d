package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An authority numbers each certificate once. */
public final class SerialOncePerIssuer implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C047",
            "Two certificates of one issuer have different serial numbers",
            "NSS refuses the second: SEC_ERROR_REUSED_ISSUER_AND_SERIAL (pk12util, measured), on "
                    + "the node or on a remote that meets both");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<List<String>, CertificateUse> firsts = new HashMap<>();
        for (CertificateUse use : CertificateUse.of(facts)) {
            CertificateUse first = firsts.putIfAbsent(List.of(use.facts().issuer(), use.facts().serial()), use);
            if (first != null && !first.certificate().equals(use.certificate())) {
                findings.add(use.at(),
                        use.shown() + " has the issuer and the serial number of that in " + first.files() + ", "
                                + use.facts().serial(),
                        "have one of the two issued again: the authority has to count its serial numbers");
            }
        }
    }
}
