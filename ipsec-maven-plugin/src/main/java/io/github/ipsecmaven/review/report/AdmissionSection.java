package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.util.List;
import java.util.Optional;

/** Who may open a tunnel after the merge and could not before. */
final class AdmissionSection {

    private AdmissionSection() {}

    /** Nothing where nobody is let in. */
    static Optional<Section> of(List<Admission> admissions) {
        if (admissions.isEmpty()) {
            return Optional.empty();
        }
        Tone gravest = admissions.stream().map(Admission::tone).reduce(Tone::or).orElseThrow();
        return Optional.of(new Section("Who is let in", Line.chip(gravest, Words.count(admissions.size(), "change")),
                List.of(new Block.Table("Who may open a tunnel after the merge, and could not before or not so",
                        List.of("Who", "How", "Nodes"), admissions.stream().map(AdmissionSection::row).toList()))));
    }

    private static List<Cell> row(Admission admission) {
        return List.of(
                Cell.of(admission.who(), Line.chip(admission.tone(), admission.kind().label())),
                Cell.of(admission.how()),
                Cell.of(admission.nodes().isEmpty() ? Line.words("every node") : Words.names(admission.nodes())));
    }
}
