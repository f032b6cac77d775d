package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A certificate that will expire is renewed before. */
public final class CertificateExpiresSoon implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C007",
            "No certificate expires within policy.warnBefore",
            "on the day that a certificate expires libreswan refuses to load its connections, or "
                    + "the other end refuses it: the traffic then goes out in clear text (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Instant warned = facts.now().plus(Duration.ofDays(facts.spec().thresholds().warnBefore().getDays()));
        for (CertificateUse use : CertificateUse.of(facts)) {
            Instant end = use.facts().notAfter();
            if (!end.isBefore(facts.now()) && end.isBefore(warned)) {
                findings.add(use.at(),
                        use.shown() + " expires on " + LocalDate.ofInstant(end, ZoneOffset.UTC) + ", in "
                                + Duration.between(facts.now(), end).toDays() + " days",
                        "renew it; roll a new anchor out beside the old one before certificates of the new one appear");
            }
        }
    }
}
