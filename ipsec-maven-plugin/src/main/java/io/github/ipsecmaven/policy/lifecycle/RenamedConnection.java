package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rendered tunnel keeps the names of its policy and of its interface. */
public final class RenamedConnection implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G004",
            "A tunnel keeps its policy's name and its interface's name",
            "a policy under a new name leaves the old tunnel up beside the new one, and an interface under a new name "
                    + "is a second tunnel (nmstate and kubernetes-nmstate, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        for (Map.Entry<String, PastConnection> past : facts.previous().get().live()) {
            for (Connection now : facts.spec().connections()) {
                if (Vanishing.isSame(now, past.getValue())) {
                    compare("policyName", past.getKey(), now.policyName(), now, facts, findings);
                    compare("interface", past.getValue().interfaceName(), now.interfaceName(), now, facts, findings);
                }
            }
        }
    }

    private static void compare(
            String key, String before, String now, Connection connection, Facts facts, Findings findings) {
        if (before.equals(now)) {
            return;
        }
        String suffix = connection.network().map(name -> "-" + name).orElse("");
        String name = before.endsWith(suffix) ? before.substring(0, before.length() - suffix.length()) : before;
        findings.add(connection.section().at(key),
                "the tunnel from '" + connection.node().name() + "' to '" + connection.label() + "' was rendered with "
                        + key + " '" + before + "', now it is '" + now + "'",
                "keep the name\n" + lines(connection, key + ": " + name, facts));
    }

    /** A remote that names no nodes has all of them: naming one means naming the others, too. */
    private static String lines(Connection connection, String line, Facts facts) {
        String remote = connection.remote().name();
        String node = connection.node().name();
        List<String> nodes = new ArrayList<>();
        if (connection.remote().section().has("nodes")) {
            return Lines.of("remotes", remote, "nodes", node, line);
        }
        facts.spec().nodes().forEach(other ->
                nodes.add(other.name() + ": {" + (other.name().equals(node) ? line : "") + "}"));
        return Lines.below(new String[] {"remotes", remote, "nodes"}, nodes);
    }
}
