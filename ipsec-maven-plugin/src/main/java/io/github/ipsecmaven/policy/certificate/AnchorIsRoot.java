package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Set;

/** libreswan trusts self-signed authorities only. */
public final class AnchorIsRoot implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C032",
            "An anchor is signed by itself",
            "libreswan takes no intermediate for an anchor: \"no Certificate Authority in NSS "
                    + "Certificate DB! certificate payloads discarded\" (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, Set.of(CertificateUse.Role.ANCHOR))) {
            boolean unverifiable = use.facts().isSelfIssued() && !use.facts().keyAlgorithm().isKnownToNss();
            if (!use.facts().selfSigned() && !unverifiable) {
                findings.add(use.at(),
                        use.shown() + " is '" + use.facts().subject() + "', signed by '" + use.facts().issuer() + "'",
                        "name the file of the root; an intermediate belongs into the bundles (`-certfile`)");
            }
        }
    }
}
