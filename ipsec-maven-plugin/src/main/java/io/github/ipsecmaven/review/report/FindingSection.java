package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.Suppression;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a file, and what somebody accepted there.
 *
 * @param findings those that count
 * @param accepted those that a waiver takes out
 */
record FindingSection(List<Diagnostic> findings, List<Suppression> accepted) {

    /** The findings whose place is in a file. */
    static FindingSection in(Path file, Diagnostics diagnostics) {
        return new FindingSection(
                diagnostics.all().stream().filter(finding -> isIn(file, finding)).toList(),
                diagnostics.suppressions().stream().filter(accepted -> isIn(file, accepted.diagnostic())).toList());
    }

    private static boolean isIn(Path file, Diagnostic finding) {
        return finding.position().source().file().equals(file);
    }

    boolean isEmpty() {
        return findings.isEmpty() && accepted.isEmpty();
    }

    /** What users call the file. */
    String name() {
        Diagnostic any = findings.isEmpty() ? accepted.get(0).diagnostic() : findings.get(0);
        return any.position().source().name();
    }

    long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** How many there are of each weight. */
    Line counts() {
        Line counts = Line.EMPTY;
        for (Severity severity : Severity.values()) {
            long count = count(severity);
            if (count > 0) {
                counts = separated(counts).andChip(tone(severity), severity.count(count));
            }
        }
        return accepted.isEmpty() ? counts : separated(counts).andChip(Tone.PLAIN, accepted.size() + " accepted");
    }

    private static Line separated(Line line) {
        return line.spans().isEmpty() ? line : line.and(" ");
    }

    /** Nothing where nothing was found. */
    Optional<Section> section(String title) {
        if (isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        if (!findings.isEmpty()) {
            blocks.add(new Block.Table("Findings", List.of("Rule", "Finding", "Place"), findings.stream().map(FindingSection::row).toList()));
            blocks.add(new Block.Fold("", Line.words("The lines, why it matters, and how to mend it"), false,
                    findings.stream().flatMap(finding -> explained(finding).stream()).toList()));
        }
        if (!accepted.isEmpty()) {
            blocks.add(new Block.Table("Accepted by waivers", List.of("Rule", "Accepted", "Reason", "Until"),
                    accepted.stream().map(FindingSection::row).toList()));
        }
        return Optional.of(new Section(title, counts(), blocks));
    }

    private static List<Block> explained(Diagnostic finding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.EMPTY.andStrong(finding.rule()).and(" ").and(Line.sentence(finding.message()))));
        blocks.add(new Block.Frame(CodeFrame.of(finding.position())));
        if (!finding.why().isEmpty()) {
            blocks.add(new Block.Paragraph(Line.words("Why: ").and(Line.sentence(finding.why()))));
        }
        String[] mend = finding.mend().split("\n", 2);
        if (!mend[0].isEmpty()) {
            blocks.add(new Block.Paragraph(Line.words("Mend: ").and(Line.sentence(mend[0]))));
        }
        if (mend.length > 1) {
            blocks.add(new Block.Frame(mend[1]));
        }
        return blocks;
    }

    private static List<Cell> row(Diagnostic finding) {
        return List.of(
                Cell.of(Line.chip(tone(finding.severity()), finding.severity().label()), Line.code(finding.rule())),
                Cell.of(Line.sentence(finding.message())),
                Cell.code(finding.position().toString()));
    }

    private static List<Cell> row(Suppression suppression) {
        Diagnostic finding = suppression.diagnostic();
        return List.of(
                Cell.code(finding.rule()),
                Cell.of(Line.sentence(finding.message()), Line.code(finding.position().toString())),
                Cell.of(Line.words(suppression.reason()), Line.code(suppression.by().toString())),
                Cell.words(suppression.until().orElse("no end")));
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.ALARM;
            case WARNING -> Tone.CARE;
            case NOTE -> Tone.PLAIN;
        };
    }
}
