package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

    private static final Comparator<Ipv4Network> NUMERIC =
            Comparator.comparingLong(Ipv4Network::address).thenComparingInt(Ipv4Network::prefix);

    /**
     * A network that the nodes of a pool reach through a tunnel or not at all.
     *
     * @param at where it was written
     */
    public record Claim(Connection connection, Ipv4Network network, Position at) {}

    /** The guarded networks: host bits cleared, none inside another, in numeric order. */
    public List<Ipv4Network> networks() {
        List<Ipv4Network> networks = new ArrayList<>();
        claims.stream().map(Claim::network).sorted(NUMERIC).forEach(network -> {
            // Sorted, the widest network of those that start at one address comes first, and so does what holds the rest.
            if (networks.isEmpty() || !networks.get(networks.size() - 1).contains(network)) {
                networks.add(network);
            }
        });
        return networks;
    }

    /** {@link #networks()} as nft(8) writes and finds them: a single host has no mask. */
    public List<String> elements() {
        return networks().stream().map(Ipv4Network::toString).map(text -> text.replaceFirst("/32$", "")).toList();
    }

    /** The name of a pool's MachineConfig with the guard. */
    public static String configOf(String pool) {
        return "99-" + pool + "-ipsec-guard";
    }

    static List<GuardedPool> of(ClusterSpec spec) {
        Set<String> names = new TreeSet<>();
        guardedConnections(spec).filter(connection -> !claims(connection).isEmpty())
                .forEach(connection -> names.add(connection.node().pool()));
        if (names.contains(WORKER)) {
            names.addAll(spec.customPools().keySet());
        }
        spec.pools().stream().filter(Pool::unguarded).forEach(pool -> names.add(pool.name()));
        return names.stream().map(name -> of(name, spec)).toList();
    }

    private static GuardedPool of(String name, ClusterSpec spec) {
        List<Claim> claims = new ArrayList<>();
        guardedConnections(spec).filter(connection -> connection.node().pool().equals(name)).forEach(connection -> claims.addAll(claims(connection)));
        Set<String> interfaces = new TreeSet<>();
        spec.tunnels().stream().filter(connection -> connection.node().pool().equals(name))
                .forEach(connection -> interfaceOf(connection).ifPresent(interfaces::add));
        return new GuardedPool(name, configOf(name), List.copyOf(claims), List.copyOf(interfaces));
    }

    /** Those of the remotes that are closed. A remote that is absent as a whole stays closed as long as it is in the spec. */
    private static Stream<Connection> guardedConnections(ClusterSpec spec) {
        return spec.connections().stream()
                .filter(connection -> connection.remote().isFailClosed() && !connection.node().absent())
                .filter(connection -> !connection.absent() || connection.remote().absent());
    }

    /** What is behind the remote, and the remote itself where the tunnel ends at the host that is talked to. */
    private static List<Claim> claims(Connection connection) {
        Section section = connection.section();
        Optional<String> address = section.text("address").filter(Ipv4::isAddress).map(text -> text + "/32");
        Optional<String> subnet = connection.tunnel().map(Tunnel::subnet)
                .or(() -> connection.network().map(name -> section.section("subnets").text(name))
                        .orElseGet(() -> section.text("subnet").or(() -> address)));
        List<Claim> claims = new ArrayList<>();
        subnet.flatMap(Ipv4Network::parse).ifPresent(network ->
                claims.add(new Claim(connection, network.masked(), connection.subnetAt())));
        if (section.text("type").filter(Tunnel.Type.TRANSPORT.text()::equals).isPresent()) {
            address.flatMap(Ipv4Network::parse)
                    .filter(host -> claims.stream().noneMatch(claim -> claim.network().equals(host)))
                    .ifPresent(host -> claims.add(new Claim(connection, host, section.at("address"))));
        }
        return claims;
    }

    /** {@code yes} is 1 (ipsec.conf(5), ipsec-interface). */
    private static Optional<String> interfaceOf(Connection connection) {
        return Optional.ofNullable(connection.tunnel().orElseThrow().options().get("ipsec-interface"))
                .map(Object::toString)
                .map(text -> text.equals("yes") ? "1" : text)
                .filter(text -> text.matches("[0-9]+"))
                .map(number -> "ipsec" + number);
    }
}
