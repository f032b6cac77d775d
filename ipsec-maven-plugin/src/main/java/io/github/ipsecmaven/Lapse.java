package io.github.ipsecmaven;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.Waiver;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        certificates(facts).forEach(certificate -> {
            dates.add(certificate.facts().notBefore());
            dates.add(certificate.facts().notBefore().minus(Duration.ofDays(1)));
            dates.add(certificate.facts().notAfter());
            dates.add(certificate.facts().notAfter().minus(warnBefore));
            dates.add(sameCountOfDays(facts.now(), certificate.facts().notAfter()));
        });
        for (Waiver waiver : facts.spec().waivers()) {
            waiver.until().ifPresent(day -> dates.add(endOf(day, facts.now())));
        }
        return dates.stream().filter(date -> date.isAfter(facts.now())).min(Instant::compareTo).orElseThrow();
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

    private static Stream<Certificate> certificates(Facts facts) {
        Stream<PemCertificate> files = Stream.concat(
                facts.credentials().anchors().stream().map(AnchorFile::pem),
                facts.credentials().remoteCertificates().stream().map(RemoteCertificate::pem))
                .flatMap(pem -> pem.certificates().stream());
        Stream<BundleCertificate> bundles = facts.credentials().bundles().values().stream()
                .map(OpenedBundle::content).flatMap(bundle -> bundle.certificates().stream());
        return Stream.concat(files.map(PemCertificate::certificate), bundles.map(BundleCertificate::certificate));
    }
}
