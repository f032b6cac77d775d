package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.schema.Nearest;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spells out who is connected to whom: every remote with every node that it has, network by network. */
final class Connections {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    private Connections(List<Node> nodes, Diagnostics diagnostics) {
        for (Node node : nodes) {
            this.nodes.put(node.name(), node);
        }
        this.diagnostics = diagnostics;
    }

    /** The connections of a cluster, ordered by node and then by remote as written. */
    static List<Connection> of(List<Node> nodes, List<Remote> remotes, Diagnostics diagnostics) {
        return new Connections(nodes, diagnostics).connect(remotes);
    }

    /** A connection before it has its name. */
    private record Draft(Section section, Node node, Remote remote, Optional<String> network, Optional<Tunnel> tunnel) {

        PolicyNames.Ends ends() {
            return new PolicyNames.Ends(node.name(), Connection.label(remote.name(), network));
        }
    }

    private List<Connection> connect(List<Remote> remotes) {
        List<Draft> drafts = new ArrayList<>();
        for (Remote remote : remotes) {
            reportUnknownNodes(remote);
        }
        for (Node node : nodes.values()) {
            for (Remote remote : remotes) {
                draft(node, remote, drafts);
            }
        }
        List<PolicyNames.Ends> ends = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            ends.add(draft.ends());
        }
        List<String> names = PolicyNames.of(ends);
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            connections.add(connection(drafts.get(i), names.get(i)));
        }
        reportSharedPolicies(connections);
        return connections;
    }

    private void reportUnknownNodes(Remote remote) {
        Section members = remote.section().section("nodes");
        for (String name : members.tree().entries().keySet()) {
            if (!nodes.containsKey(name)) {
                String guess = Nearest.to(name, nodes.keySet())
                        .map(near -> "did you mean '" + near + "'? else ").orElse("");
                diagnostics.add(SpecFinding.UNKNOWN_NODE.at(members.keyAt(name), name, guess));
            }
        }
    }

    private void draft(Node node, Remote remote, List<Draft> drafts) {
        Section members = remote.section().section("nodes");
        boolean named = remote.section().has("nodes");
        if (named && !members.has(node.name())) {
            return;
        }
        Section section = remote.section().without("nodes");
        if (named) {
            section = section.overlaidBy(members.section(node.name()));
        }
        boolean absent = node.absent() || remote.absent() || section.isAbsent();
        Section networks = section.section("subnets");
        if (section.has("subnet") && !section.section("subnet").isAbsent() && hasOneLeft(networks)) {
            diagnostics.add(SpecFinding.TWO_SUBNETS.at(section.keyAt("subnets"), remote.name()));
            return;
        }
        if (section.has("subnets")) {
            for (String name : networks.tree().entries().keySet()) {
                boolean gone = absent || networks.section(name).isAbsent();
                Optional<Tunnel> tunnel = gone ? Optional.empty()
                        : tunnel(section, node, remote, networks.text(name));
                drafts.add(new Draft(section, node, remote, Optional.of(name), tunnel));
            }
        }
        if (section.has("subnet") || !section.has("subnets")) {
            boolean gone = absent || section.section("subnet").isAbsent();
            Optional<Tunnel> tunnel = gone ? Optional.empty() : tunnel(section, node, remote, section.text("subnet"));
            if (gone || tunnel.isPresent()) {
                drafts.add(new Draft(section, node, remote, Optional.empty(), tunnel));
            }
        }
    }

    private static boolean hasOneLeft(Section networks) {
        for (Section network : networks.sections().values()) {
            if (!network.isAbsent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Tunnel> tunnel(Section section, Node node, Remote remote, Optional<String> written) {
        String right = section.text("address").orElseThrow();
        boolean host = Ipv4.isAddress(right);
        Optional<String> subnet = written.isEmpty() && host ? Optional.of(right + "/32") : written;
        if (node.address().isEmpty()) {
            diagnostics.add(SpecFinding.NO_ADDRESS.at(node.section().at(), node.name()));
        }
        if (subnet.isEmpty()) {
            diagnostics.add(SpecFinding.NO_SUBNET.at(section.at("address"), remote.name(), right));
        }
        if (node.address().isEmpty() || subnet.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Tunnel(
                node.address().get(),
                right,
                section.text("identity").orElse(host ? right : "@" + right),
                subnet.get(),
                section.text("localSubnet"),
                Tunnel.Type.of(section.text("type").orElseThrow()),
                options(section.section("libreswan"))));
    }

    private static Map<String, Object> options(Section section) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (Map.Entry<String, Tree.Entry> option : section.tree().entries().entrySet()) {
            options.put(option.getKey(), value((Tree.Scalar) option.getValue().value()));
        }
        return Collections.unmodifiableMap(options);
    }

    private static Object value(Tree.Scalar scalar) {
        return switch (scalar.kind()) {
            case INTEGER -> Long.parseLong(scalar.text());
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            default -> scalar.text();
        };
    }

    private static Connection connection(Draft draft, String usualName) {
        String suffix = draft.network().isPresent() ? "-" + draft.network().get() : "";
        Optional<String> written = draft.section().text("policyName");
        String policyName = written.isPresent() ? written.get() + suffix : usualName;
        String interfaceName = draft.section().text("interface").orElse(draft.remote().name()) + suffix;
        return new Connection(draft.section(), draft.node(), draft.remote(), draft.network(),
                policyName, interfaceName, draft.tunnel());
    }

    private void reportSharedPolicies(List<Connection> connections) {
        Map<String, Connection> firsts = new LinkedHashMap<>();
        Set<Position> reported = new HashSet<>();
        for (Connection connection : connections) {
            Connection first = firsts.putIfAbsent(connection.policyName(), connection);
            if (first != null && reported.add(connection.sharedNameAt("policyName", first))) {
                diagnostics.add(SpecFinding.SAME_POLICY.at(connection.sharedNameAt("policyName", first),
                        connection.policyName(), shown(first), shown(connection)));
            }
        }
    }

    private static String shown(Connection connection) {
        String network = connection.network().isPresent() ? "/" + connection.network().get() : "";
        return connection.node().name() + "/" + connection.remote().name() + network;
    }
}
