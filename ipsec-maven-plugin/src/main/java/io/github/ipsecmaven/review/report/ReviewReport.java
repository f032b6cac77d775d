package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Document;
import io.github.ipsecmaven.review.document.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a reviewer of a change reads: what merging does to each cluster, who can read which key, what was found. */
public final class ReviewReport {

    private final List<ClusterReview> clusters;
    private final Diagnostics diagnostics;
    private final List<String> notes;

    private ReviewReport(List<ClusterReview> clusters, Diagnostics diagnostics, List<String> notes) {
        this.clusters = clusters;
        this.diagnostics = diagnostics;
        this.notes = notes;
    }

    /**
     * The report of a run.
     *
     * @param base what the trees are compared with, as users call it
     * @param notes what a reader of the comparison has to know; one sentence each
     * @param clusters those that compiled
     * @param diagnostics the findings of all
     * @param now the instant at which certificates are judged
     */
    public static Document of(String base, List<String> notes, List<ReviewedCluster> clusters, Diagnostics diagnostics,
            Instant now) {
        List<ClusterReview> reviews = clusters.stream().map(cluster -> ClusterReview.of(cluster, diagnostics, now))
                .sorted(ClusterReview.GRAVEST_FIRST).toList();
        Line subtitle = Line.words("Compared with ").andCode(base).and(", judged at " + Words.instant(now));
        return new Document("IPsec review", subtitle, new ReviewReport(reviews, diagnostics, notes).blocks());
    }

    private List<Block> blocks() {
        List<ClusterReview> looked = clusters.stream().filter(ClusterReview::matters).toList();
        List<ClusterReview> others = clusters.stream().filter(review -> !review.matters()).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Answers.of(clusters, diagnostics));
        List<Line> remarks = new ArrayList<>(notes.stream().map(Line::sentence).toList());
        if (diagnostics.hasErrors()) {
            remarks.add(Line.words("there is no plan for a cluster that has errors"));
        }
        if (!remarks.isEmpty()) {
            blocks.add(new Block.Points(remarks));
        }
        blocks.addAll(findingsElsewhere());
        if (clusters.size() == 1) {
            clusters.get(0).sections().forEach(section -> blocks.add(section.folded(true)));
            return blocks;
        }
        if (!looked.isEmpty()) {
            blocks.add(FleetTable.of(looked));
        }
        looked.forEach(review -> blocks.add(fold(review)));
        if (!others.isEmpty()) {
            Line summary = Line.EMPTY.andStrong(Words.count(others.size(), "cluster"))
                    .and(" in which nothing changes");
            blocks.add(new Block.Fold("unchanged", summary, false, others.stream().map(ReviewReport::fold).toList()));
        }
        return blocks;
    }

    private static Block fold(ClusterReview review) {
        List<Section> sections = review.sections();
        List<Block> folds = new ArrayList<>();
        sections.forEach(section -> folds.add(section.folded(section == sections.get(0))));
        return new Block.Fold(FleetTable.anchor(review), review.summary(), false, folds);
    }

    /** What was found in files that are no spec of a cluster that compiled: specs with errors, and a fleet's defaults. */
    private List<Block> findingsElsewhere() {
        Set<Path> own = new HashSet<>();
        clusters.forEach(review -> own.add(review.cluster().file()));
        Set<Path> others = new TreeSet<>();
        diagnostics.all().forEach(finding -> others.add(finding.position().source().file()));
        diagnostics.suppressions().forEach(accepted -> others.add(accepted.diagnostic().position().source().file()));
        others.removeAll(own);
        return others.stream().map(file -> FindingSection.in(file, diagnostics))
                .flatMap(findings -> findings.section(findings.name()).stream())
                .map(section -> section.folded(true)).toList();
    }
}
