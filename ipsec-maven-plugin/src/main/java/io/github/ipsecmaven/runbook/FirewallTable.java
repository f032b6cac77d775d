package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Tunnel;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * What has to be let through, in both directions: IKE, NAT traversal and ESP. The ports are the table "Network
 * connectivity requirements when IPsec is enabled" of the product documentation.
 */
final class FirewallTable {

    private static final String UDP = "UDP 500, UDP 4500";
    private static final String ALL_PORTS = UDP + ", IP protocol 50 (ESP)";

    private FirewallTable() {}

    static byte[] of(ClusterSpec spec) {
        StringBuilder page = new StringBuilder();
        page.append("# What firewalls have to let through for cluster ").append(spec.name()).append("\n\n");
        page.append("Both directions of each row.\n\n| from | to | what |\n| --- | --- | --- |\n");
        if (spec.mode() == Mode.FULL) {
            boolean encapsulated = spec.encapsulation().filter("Always"::equals).isPresent()
                    || Platform.find(spec.cluster().platform()).filter(Platform::natTraversalOnly).isPresent();
            page.append("| every node | every node | ").append(encapsulated ? UDP : ALL_PORTS).append(" |\n");
        }
        TreeSet<String> rows = new TreeSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            rows.add("| " + tunnel.left() + " | " + tunnel.right() + " | " + ALL_PORTS + " |\n");
        }
        rows.forEach(page::append);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
