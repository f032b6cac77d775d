package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.time.Duration;

/** A certificate from the future authenticates nobody yet. */
public final class CertificateAlreadyValid implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C018",
            "No certificate becomes valid later than a day from now",
            "NSS forgives a certificate 24 hours of future; beyond that libreswan refuses the "
                    + "connection as if it had expired (pluto, measured)");

    private static final Duration FORGIVEN = Duration.ofHours(24);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            if (use.facts().notBefore().isAfter(facts.now().plus(FORGIVEN))) {
                findings.add(use.at(), use.shown() + " becomes valid at " + use.facts().notBefore(),
                        "wait until then, or use a certificate that is valid now");
            }
        }
    }
}
