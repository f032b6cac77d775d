package io.github.ipsecmaven.explain;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Section;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.List;

/** What is in force between a node and a remote, and where each value was written. */
public final class ConnectionValues {

    private static final String DEFAULT = "default";

    private final ClusterSpec spec;
    private final Connection connection;
    private final List<Row> rows = new ArrayList<>();

    private ConnectionValues(ClusterSpec spec, Connection connection) {
        this.spec = spec;
        this.connection = connection;
    }

    private record Row(String name, String value, String origin) {}

    /** What users call a connection: {@code worker-0/nas}. */
    public static String nameOf(Connection connection) {
        return connection.node().name() + "/" + connection.label();
    }

    /** The values of one connection of a cluster, one on a line. */
    public static String of(ClusterSpec spec, Connection connection) {
        return new ConnectionValues(spec, connection).text();
    }

    private String text() {
        collect();
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(nameOf(connection) + " in cluster " + spec.name());
        String format = "\n  %-" + names + "s  %-" + values + "s  %s";
        rows.forEach(row -> text.append(String.format(format, row.name(), row.value(), row.origin())));
        return text.toString();
    }

    private void collect() {
        Node node = connection.node();
        Section section = connection.section();
        add("policyName", connection.policyName(), section, "policyName");
        add("interface", connection.interfaceName(), section, "interface");
        add("pool", node.pool(), node.section(), "pool");
        if (connection.tunnel().isEmpty()) {
            rows.add(new Row("state", "absent", at(absent())));
            return;
        }
        Tunnel tunnel = connection.tunnel().get();
        String addressKey = node.section().has("address") ? "address" : "domain";
        add("address of the node", tunnel.left(), node.section(), addressKey);
        bundle(node);
        add("address", tunnel.right(), section, "address");
        add("identity", tunnel.identity(), section, "identity");
        add("type", tunnel.type().text(), section, "type");
        if (connection.network().isPresent()) {
            add("subnet", tunnel.subnet(), section.section("subnets"), connection.network().get());
        } else {
            add("subnet", tunnel.subnet(), section, "subnet");
        }
        add("failClosed", String.valueOf(connection.remote().isFailClosed()), section, "failClosed");
        tunnel.localSubnet().ifPresent(subnet -> add("localSubnet", subnet, section, "localSubnet"));
        tunnel.options().forEach((name, value) ->
                add("libreswan." + name, String.valueOf(value), section.section("libreswan"), name));
    }

    private void bundle(Node node) {
        spec.bundleOf(node).ifPresent(bundle ->
                rows.add(new Row("bundle", bundle.file().shown(), at(bundle.file().at()))));
    }

    /** The first of those that can say it: the connection, its remote, its network, the node. */
    private Position absent() {
        Section section = connection.section();
        Section network = connection.network().map(name -> section.section("subnets").section(name))
                .orElse(section.section("subnet"));
        for (Section candidate : List.of(section, network)) {
            if (candidate.has("state")) {
                return candidate.at("state");
            }
        }
        return connection.node().section().at("state");
    }

    private void add(String name, String value, Section section, String key) {
        rows.add(new Row(name, value, section.has(key) ? at(section.at(key)) : DEFAULT));
    }

    private static String at(Position position) {
        return position.source() + ":" + position.line();
    }
}
