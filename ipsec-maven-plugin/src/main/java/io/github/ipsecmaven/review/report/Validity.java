package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How a certificate stands at the instant of the run.
 *
 * @param text a few words, such as {@code 12 days left}
 */
record Validity(Tone tone, String text) {

    /**
     * Judges a certificate.
     *
     * @param warnBefore how long before its end it deserves a look
     */
    static Validity of(CertificateFacts certificate, Instant now, Period warnBefore) {
        if (now.isAfter(certificate.notAfter())) {
            return new Validity(Tone.ALARM, days(certificate.notAfter(), now, "expired today", "expired ", " ago"));
        }
        if (now.isBefore(certificate.notBefore())) {
            return new Validity(Tone.ALARM, days(now, certificate.notBefore(), "not valid yet", "not valid for ", ""));
        }
        boolean soon = now.atOffset(ZoneOffset.UTC).plus(warnBefore).toInstant().isAfter(certificate.notAfter());
        return new Validity(soon ? Tone.CARE : Tone.CALM,
                days(now, certificate.notAfter(), "ends within a day", "", " left"));
    }

    Line chip() {
        return Line.chip(tone, text);
    }

    private static String days(Instant from, Instant to, String none, String before, String after) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == 0 ? none : before + Words.count(days, "day") + after;
    }
}
