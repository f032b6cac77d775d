package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The bundles with which nodes prove themselves to remotes. */
final class NodeIdentities {

    private NodeIdentities() {}

    /** The opened bundles of the nodes that have tunnels, in the order of the spec. */
    static Map<Node, OpenedBundle> of(Facts facts) {
        Map<Node, OpenedBundle> identities = new LinkedHashMap<>();
        for (Connection connection : facts.spec().tunnels()) {
            Optional<OpenedBundle> bundle = facts.credentials().identityOf(connection.node(), facts.spec());
            if (bundle.isPresent()) {
                identities.put(connection.node(), bundle.get());
            }
        }
        return identities;
    }
}
