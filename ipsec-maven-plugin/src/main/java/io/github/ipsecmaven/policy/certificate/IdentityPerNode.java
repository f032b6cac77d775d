package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A remote tells nodes apart by their identities. */
public final class IdentityPerNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C040",
            "Nodes with tunnels to one remote have an identity each",
            "a remote with `uniqueids=yes`, which is the default, drops the tunnel of one node "
                    + "when the next with the same identity comes: they evict each other for ever "
                    + "(libreswan, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<Node, OpenedBundle> identities = NodeIdentities.of(facts);
        Map<String, OpenedBundle> firsts = new LinkedHashMap<>();
        Map<String, Set<String>> nodes = new HashMap<>();
        Map<List<String>, Node> holders = new HashMap<>();
        for (Connection connection : facts.spec().tunnels()) {
            OpenedBundle bundle = identities.get(connection.node());
            if (bundle != null && bundle.certificate().isPresent()) {
                String subject = bundle.certificate().get().facts().subject();
                Node other = holders.putIfAbsent(List.of(connection.remote().name(), subject), connection.node());
                if (other != null && other != connection.node()) {
                    firsts.putIfAbsent(subject, identities.get(other));
                    nodes.computeIfAbsent(subject, key -> new LinkedHashSet<>(List.of(other.name())))
                            .add(connection.node().name());
                }
            }
        }
        for (String subject : firsts.keySet()) {
            findings.add(firsts.get(subject).reference().file().at(),
                    "the nodes " + String.join(", ", nodes.get(subject)) + " share the identity '" + subject + "'",
                    "give each node a bundle of its own (`bundle: certs/{node}.p12` in `nodeDefaults`), or set "
                            + "`uniqueids=no` on the remotes");
        }
    }
}
