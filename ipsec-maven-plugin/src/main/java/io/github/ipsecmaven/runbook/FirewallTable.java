package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** What has to be let through, as a page. */
final class FirewallTable {

    private FirewallTable() {}

    static byte[] of(ClusterSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        for (FirewallRow row : FirewallRow.of(spec)) {
            rows.add(List.of(row.from(), row.to(), row.what()));
        }
        return new Page("What firewalls have to let through for cluster " + spec.name())
                .paragraph("Both directions of each row.")
                .table(List.of("from", "to", "what"), rows)
                .bytes();
    }
}
