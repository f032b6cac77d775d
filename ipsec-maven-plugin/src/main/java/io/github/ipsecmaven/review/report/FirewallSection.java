package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.runbook.FirewallRow;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What firewalls have to let through, the ends with the same needs in one row. */
final class FirewallSection {

    private FirewallSection() {}

    /** Nothing where nothing is encrypted. */
    static Optional<Section> of(ClusterSpec spec) {
        Map<List<String>, List<String>> sources = new LinkedHashMap<>();
        FirewallRow.of(spec).forEach(row ->
                sources.computeIfAbsent(List.of(row.to(), row.what()), same -> new ArrayList<>()).add(row.from()));
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        List<List<Cell>> rows = new ArrayList<>();
        sources.forEach((target, from) -> rows.add(List.of(
                Cell.of(end(List.of(target.get(0)))), Cell.of(end(from)), Cell.words(target.get(1)))));
        return Optional.of(new Section("Firewalls", Line.words("what they have to let through"), List.of(
                new Block.Table("Both directions of each row", List.of("Between", "And", "Open"), rows))));
    }

    private static Line end(List<String> ends) {
        return ends.equals(List.of(FirewallRow.EVERY_NODE)) ? Line.words(FirewallRow.EVERY_NODE) : Words.names(ends);
    }
}
