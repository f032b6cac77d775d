package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificates that a cluster needs, and until when they hold. */
final class CertificateSection {

    private CertificateSection() {}

    /** Nothing where the cluster needs none. */
    static Optional<Section> of(ReviewedCluster cluster, List<HeldCertificate> certificates, Instant now) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        var warnBefore = cluster.spec().thresholds().warnBefore();
        Line summary = Line.words(certificates.size() + ", the first to end ")
                .and(Validity.of(certificates.get(0).facts(), now, warnBefore).chip());
        List<List<Cell>> rows = certificates.stream()
                .map(certificate -> row(certificate, Validity.of(certificate.facts(), now, warnBefore))).toList();
        return Optional.of(new Section("Certificates", summary, List.of(new Block.Table(
                "By their end, judged at " + Words.instant(now),
                List.of("Subject", "Ends", "Used by", "Key", "Serial and SHA-256"), rows))));
    }

    private static List<Cell> row(HeldCertificate certificate, Validity validity) {
        CertificateFacts facts = certificate.facts();
        List<Line> subject = new ArrayList<>();
        subject.add(Line.words(facts.subject().isEmpty() ? "no subject" : facts.subject()));
        if (!facts.names().all().isEmpty()) {
            subject.add(Line.codes(facts.names().all()));
        }
        subject.add(facts.selfSigned() ? Line.words("self-signed") : Line.words("issued by " + facts.issuer()));
        return List.of(
                new Cell(subject),
                Cell.of(validity.chip(), Line.words(Words.instant(facts.notAfter())),
                        Line.words("from " + Words.day(facts.notBefore()))),
                Cell.of(Words.names(certificate.users()), Line.words(certificate.role().label() + ", ")
                        .and(Line.codes(List.copyOf(certificate.files())))),
                Cell.words(key(facts)),
                Cell.of(Line.code(facts.serial()), Line.code(facts.sha256())));
    }

    private static String key(CertificateFacts facts) {
        return facts.keyAlgorithm().label() + (facts.keyBits() == 0 ? "" : " " + facts.keyBits());
    }
}
