package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.List;

/** What has to be let through, as a page. */
final class FirewallTable {

    private FirewallTable() {}

    static byte[] of(ClusterSpec spec) {
        return new Page("What firewalls have to let through for cluster " + spec.name())
                .paragraph("Both directions of each row.")
                .table(List.of("from", "to", "what"), FirewallRow.of(spec).stream()
                        .map(row -> List.of(row.from(), row.to(), row.what())).toList())
                .bytes();
    }
}
