package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Remote;
import io.github.ipsecmaven.spec.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        List<Map.Entry<String, PastConnection>> tunnels = facts.pastTunnels();
        if (tunnels.isEmpty()) {
            return;
        }
        Map<String, Connection> connections = Vanishing.byEnds(facts.spec());
        for (Remote remote : facts.spec().remotes()) {
            List<Name> policies = new ArrayList<>();
            List<Name> interfaces = new ArrayList<>();
            for (Map.Entry<String, PastConnection> tunnel : tunnels) {
                PastConnection past = tunnel.getValue();
                Connection now = connections.get(Vanishing.ends(past));
                if (now != null && past.remote().equals(remote.name())) {
                    policies.add(new Name(past, tunnel.getKey(), now, now.policyName()));
                    interfaces.add(new Name(past, past.interfaceName(), now, now.interfaceName()));
                }
            }
            check("policyName", policies, remote, facts, findings);
            check("interface", interfaces, remote, facts, findings);
        }
    }

    /** One name of a tunnel, before and now. */
    private record Name(PastConnection past, String before, Connection connection, String now) {

        boolean changed() {
            return !before.equals(now);
        }

        /** What the spec has to say for the tunnel to keep it. */
        String asWritten() {
            return Tombstones.asWritten(before, past);
        }
    }

    private static void check(String key, List<Name> names, Remote remote, Facts facts, Findings findings) {
        List<Name> changed = new ArrayList<>();
        for (Name name : names) {
            if (name.changed()) {
                changed.add(name);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        Name first = changed.get(0);
        String more = changed.size() == 1 ? "" : ", and so for " + (changed.size() - 1) + " more";
        findings.add(first.connection().section().at(key),
                "the tunnel from '" + first.past().node() + "' to '" + first.past().label() + "' was rendered with "
                        + key + " '" + first.before() + "', now it is '" + first.now() + "'" + more,
                "keep the name\n" + lines(key, names, changed, remote, facts));
    }

    private static String lines(String key, List<Name> names, List<Name> changed, Remote remote, Facts facts) {
        Section members = remote.section().section("nodes");
        boolean ofOneNode = names.stream().map(name -> name.past().node()).distinct().count() == 1;
        boolean alike = names.stream().map(Name::asWritten).distinct().count() == 1
                && names.stream().noneMatch(name -> members.section(name.past().node()).has(key))
                && (key.equals("interface") || ofOneNode);
        if (alike) {
            return Lines.of("remotes", remote.name(), key + ": " + names.get(0).asWritten());
        }
        Map<String, String> lines = new TreeMap<>();
        if (!remote.section().has("nodes")) {
            // A remote that names no nodes has all of them: naming one means naming the others, too.
            facts.spec().nodes().forEach(node -> lines.put(node.name(), "{}"));
        }
        changed.forEach(name -> lines.put(name.past().node(), "{" + key + ": " + name.asWritten() + "}"));
        return Lines.below(new String[] {"remotes", remote.name(), "nodes"},
                lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue()).toList());
    }
}
