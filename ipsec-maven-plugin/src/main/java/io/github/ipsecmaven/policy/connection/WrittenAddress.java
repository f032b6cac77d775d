package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Placeholder;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code address} as the spec has it, of a node or of a remote that has tunnels.
 *
 * @param ofNode whether it is libreswan's {@code left}
 */
record WrittenAddress(Position at, String text, boolean ofNode) {

    /** Every address of a cluster, without those that have a placeholder. */
    static List<WrittenAddress> of(ClusterSpec spec) {
        Set<WrittenAddress> addresses = new LinkedHashSet<>();
        for (Node node : spec.nodes()) {
            Optional<String> text = node.address();
            if (!node.absent() && text.isPresent() && !Placeholder.isIn(text.get())) {
                addresses.add(new WrittenAddress(placeOf(node), text.get(), true));
            }
        }
        for (Connection connection : spec.tunnels()) {
            String text = connection.tunnel().orElseThrow().right();
            if (!Placeholder.isIn(text)) {
                addresses.add(new WrittenAddress(connection.section().at("address"), text, false));
            }
        }
        return List.copyOf(addresses);
    }

    static Position placeOf(Node node) {
        return node.section().at(node.section().has("address") ? "address" : "domain");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenAddress that && at.equals(that.at) && text.equals(that.text)
                && ofNode == that.ofNode;
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + text.hashCode();
    }
}
