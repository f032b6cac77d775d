package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.plan.ClusterState;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import io.github.ipsecmaven.spec.Mode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the report says of one cluster.
 *
 * @param admissions who is let in
 * @param findings of its spec
 * @param certificates those that end first first
 */
record ClusterReview(ReviewedCluster cluster, List<Admission> admissions, FindingSection findings,
        List<HeldCertificate> certificates, Instant now) {

    /** What counts most first: a change before none, a grave one before a light one. */
    static final Comparator<ClusterReview> GRAVEST_FIRST = Comparator
            .comparing(ClusterReview::gravest)
            .thenComparing(review -> -review.admissions().size())
            .thenComparing(review -> -review.findings().count(Severity.WARNING))
            .thenComparing(ClusterReview::name);

    static ClusterReview of(ReviewedCluster cluster, Diagnostics diagnostics, Instant now) {
        return new ClusterReview(cluster, Admission.of(cluster), FindingSection.in(cluster.file(), diagnostics),
                HeldCertificate.of(cluster), now);
    }

    String name() {
        return cluster.name();
    }

    Plan plan() {
        return cluster.plan();
    }

    private Impact gravest() {
        return plan().effects().stream().map(effect -> effect.impact()).min(Comparator.naturalOrder()).orElse(Impact.NOTHING);
    }

    /** Whether a reviewer of the change has a reason to look at it; what was found before the change is none. */
    boolean matters() {
        return !plan().isEmpty() || firstToEnd().filter(end -> end.tone() != Tone.CALM).isPresent();
    }

    /** Whether the pods' traffic is encrypted before and not after. */
    boolean endsPodToPod() {
        return cluster.before().filter(ClusterReview::isFull).isPresent() && !isFull(cluster.after());
    }

    private static boolean isFull(ClusterState state) {
        return state.inventory().network().mode().equals(Mode.FULL.text());
    }

    /** Whether something that runs is interrupted. */
    boolean interrupts() {
        return !plan().effects(Impact.INTERRUPTION).isEmpty();
    }

    /** The pools whose nodes reboot. */
    List<Rollout> rebooting() {
        return plan().rollouts().stream().filter(Rollout::reboots).toList();
    }

    /** How the certificate that ends first stands. */
    Optional<Validity> firstToEnd() {
        return certificates.stream().findFirst().map(first ->
                Validity.of(first.facts(), now, cluster.spec().thresholds().warnBefore()));
    }

    /** All of it, what counts most first. */
    List<Section> sections() {
        return Stream.of(
                        Optional.of(PlanSection.of(plan())),
                        AdmissionSection.of(admissions),
                        findings.section("Findings"),
                        KeySection.of(cluster),
                        CertificateSection.of(cluster, certificates, now),
                        TopologySection.of(cluster.spec()),
                        FirewallSection.of(cluster.spec()))
                .flatMap(Optional::stream).toList();
    }

    /** The cluster in a line. */
    Line summary() {
        return Line.EMPTY.andStrong(name()).and(" ").and(Impacts.chips(plan()))
                .and(findings.isEmpty() ? Line.EMPTY : Line.words(" ").and(findings.counts()));
    }
}
