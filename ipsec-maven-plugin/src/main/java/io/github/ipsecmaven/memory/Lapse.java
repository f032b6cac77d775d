package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.Waiver;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** When the verdicts over a cluster may change though nothing is edited. */
final class Lapse {

    /** However far the first date is, what nobody looked at for so long is looked at again. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private Lapse() {}

    /** The first instant after now at which a certificate or a waiver enters another state. */
    static Instant of(Facts facts) {
        Duration warnBefore = Duration.ofDays(facts.spec().thresholds().warnBefore().getDays());
        List<Instant> dates = new ArrayList<>();
        dates.add(facts.now().plus(LONGEST));
        for (Certificate certificate : facts.credentials().certificates()) {
            Instant notBefore = certificate.facts().notBefore();
            Instant notAfter = certificate.facts().notAfter();
            dates.addAll(List.of(notBefore, notBefore.minus(Duration.ofDays(1)), notAfter, notAfter.minus(warnBefore),
                    sameCountOfDays(facts.now(), notAfter)));
        }
        for (Waiver waiver : facts.spec().waivers()) {
            if (waiver.until().isPresent()) {
                dates.add(endOf(waiver.until().get(), facts.now()));
            }
        }
        Instant first = Instant.MAX;
        for (Instant date : dates) {
            if (date.isAfter(facts.now()) && date.isBefore(first)) {
                first = date;
            }
        }
        return first;
    }

    /** The last instant at which a finding tells the same number of days to the end. */
    private static Instant sameCountOfDays(Instant now, Instant end) {
        return end.isBefore(now) ? now : end.minus(Duration.ofDays(Duration.between(now, end).toDays()));
    }

    private static Instant endOf(String day, Instant unreadable) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return unreadable;
        }
    }
}
