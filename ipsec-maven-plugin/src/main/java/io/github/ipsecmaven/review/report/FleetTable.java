package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.util.List;

/** The clusters that deserve a look, one in a row. */
final class FleetTable {

    private FleetTable() {}

    static Block of(List<ClusterReview> clusters) {
        return new Block.Table("Clusters, those with the gravest change first",
                List.of("Cluster", "Reboots", "Tunnels that go down", "Let in", "Findings", "First certificate to end"),
                clusters.stream().map(FleetTable::row).toList());
    }

    private static List<Cell> row(ClusterReview review) {
        List<String> pools = review.rebooting().stream().map(Rollout::pool).toList();
        int tunnels = review.plan().interrupted().size();
        return List.of(
                Cell.of(Line.EMPTY.with(new Line.Link(anchor(review), review.name()))),
                Cell.of(pools.isEmpty() ? Line.words("none") : Line.chip(Tone.ALARM, Words.count(pools.size(), "pool")).and(" ").and(Line.codes(pools))),
                Cell.of(tunnels == 0 ? Line.words("none") : Line.chip(Tone.ALARM, String.valueOf(tunnels))),
                Cell.of(admissions(review)),
                Cell.of(review.findings().isEmpty() ? Line.words("none") : review.findings().counts()),
                Cell.of(review.firstToEnd().map(Validity::chip).orElse(Line.words("none"))));
    }

    private static Line admissions(ClusterReview review) {
        return review.admissions().stream().map(Admission::tone).reduce(Tone::or)
                .map(tone -> Line.chip(tone, Words.count(review.admissions().size(), "change")))
                .orElse(Line.words("nobody"));
    }

    static String anchor(ClusterReview review) {
        return "cluster-" + review.name();
    }
}
