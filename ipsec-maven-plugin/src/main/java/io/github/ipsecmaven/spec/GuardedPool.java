package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pool whose nodes drop what they would exchange in clear text with remotes that are {@code failClosed}, or are to stop
 * doing so. It has one MachineConfig; a custom pool's nodes receive worker's too, and its own takes that one's place.
 *
 * @param config the name of the MachineConfig
 * @param claims what is guarded, and for which connections; none where the guard is taken away, or where a custom pool
 *     is to be free of worker's
 * @param interfaces the XFRM interfaces of the nodes' tunnels, {@code ipsecN}, by name
 */
public record GuardedPool(String name, String config, List<Claim> claims, List<String> interfaces) {

    private static final String WORKER = "worker";

    /**
     * A network that the nodes of a pool reach through a tunnel or not at all.
     *
     * @param at where it was written
     */
    public record Claim(Connection connection, Ipv4Network network, Position at) {}

    /** The guarded networks: host bits cleared, none inside another, in numeric order. */
    public List<Ipv4Network> networks() {
        List<Ipv4Network> sorted = new ArrayList<>();
        for (Claim claim : claims) {
            sorted.add(claim.network());
        }
        Collections.sort(sorted);
        List<Ipv4Network> networks = new ArrayList<>();
        for (Ipv4Network network : sorted) {
            // Sorted, the widest network of those that start at one address comes first, and so does what holds the rest.
            if (networks.isEmpty() || !networks.get(networks.size() - 1).contains(network)) {
                networks.add(network);
            }
        }
        return networks;
    }

    /** {@link #networks()} as nft(8) writes and finds them: a single host has no mask. */
    public List<String> elements() {
        List<String> elements = new ArrayList<>();
        for (Ipv4Network network : networks()) {
            elements.add(network.toString().replaceFirst("/32$", ""));
        }
        return elements;
    }

    /** The name of a pool's MachineConfig with the guard. */
    public static String configOf(String pool) {
        return "99-" + pool + "-ipsec-guard";
    }

    static List<GuardedPool> of(ClusterSpec spec) {
        Set<String> names = new TreeSet<>();
        for (Connection connection : guardedConnections(spec)) {
            if (!claims(connection).isEmpty()) {
                names.add(connection.node().pool());
            }
        }
        if (names.contains(WORKER)) {
            names.addAll(spec.customPools().keySet());
        }
        for (Pool pool : spec.pools()) {
            if (pool.unguarded()) {
                names.add(pool.name());
            }
        }
        List<GuardedPool> guarded = new ArrayList<>();
        for (String name : names) {
            guarded.add(of(name, spec));
        }
        return guarded;
    }

    private static GuardedPool of(String name, ClusterSpec spec) {
        List<Claim> claims = new ArrayList<>();
        for (Connection connection : guardedConnections(spec)) {
            if (connection.node().pool().equals(name)) {
                claims.addAll(claims(connection));
            }
        }
        Set<String> interfaces = new TreeSet<>();
        for (Connection connection : spec.tunnels()) {
            Optional<String> own = interfaceOf(connection);
            if (own.isPresent() && connection.node().pool().equals(name)) {
                interfaces.add(own.get());
            }
        }
        return new GuardedPool(name, configOf(name), List.copyOf(claims), List.copyOf(interfaces));
    }

    /** Those of the remotes that are closed. A remote that is absent as a whole stays closed as long as it is in the spec. */
    private static List<Connection> guardedConnections(ClusterSpec spec) {
        List<Connection> guarded = new ArrayList<>();
        for (Connection connection : spec.connections()) {
            Remote remote = connection.remote();
            if (remote.isFailClosed() && !connection.node().absent() && (!connection.absent() || remote.absent())) {
                guarded.add(connection);
            }
        }
        return guarded;
    }

    /** What is behind the remote, and the remote itself where the tunnel ends at the host that is talked to. */
    private static List<Claim> claims(Connection connection) {
        Section section = connection.section();
        Optional<String> host = section.text("address");
        host = host.isPresent() && Ipv4.isAddress(host.get()) ? Optional.of(host.get() + "/32") : Optional.empty();
        List<Claim> claims = new ArrayList<>();
        claim(connection, subnet(connection, host), connection.subnetAt(), claims);
        if (section.text("type").orElse("").equals(Tunnel.Type.TRANSPORT.text())) {
            claim(connection, host, section.at("address"), claims);
        }
        return claims;
    }

    private static Optional<String> subnet(Connection connection, Optional<String> host) {
        if (connection.tunnel().isPresent()) {
            return Optional.of(connection.tunnel().get().subnet());
        }
        Section section = connection.section();
        if (connection.network().isPresent()) {
            return section.section("subnets").text(connection.network().get());
        }
        Optional<String> written = section.text("subnet");
        return written.isPresent() ? written : host;
    }

    private static void claim(Connection connection, Optional<String> written, Position at, List<Claim> claims) {
        Optional<Ipv4Network> network = written.isPresent() ? Ipv4Network.parse(written.get()) : Optional.empty();
        if (network.isPresent() && (claims.isEmpty() || !claims.get(0).network().equals(network.get()))) {
            claims.add(new Claim(connection, network.get().masked(), at));
        }
    }

    /** {@code yes} is 1 (ipsec.conf(5), ipsec-interface). */
    private static Optional<String> interfaceOf(Connection connection) {
        Object written = connection.tunnel().orElseThrow().options().get("ipsec-interface");
        if (written == null) {
            return Optional.empty();
        }
        String number = written.equals("yes") ? "1" : written.toString();
        return number.matches("[0-9]+") ? Optional.of("ipsec" + number) : Optional.empty();
    }
}
