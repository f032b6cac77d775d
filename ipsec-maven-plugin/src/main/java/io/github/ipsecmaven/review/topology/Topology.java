package io.github.ipsecmaven.review.topology;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is connected to whom in a cluster. Nodes of one pool that have the same tunnels are one group, so that a cluster
 * of many nodes is as easy to read as one of few.
 *
 * @param podToPod whether what pods of different nodes send each other is encrypted
 * @param groups by pool as first written
 * @param remotes in the order of the spec
 * @param links from a group to a network of a remote
 */
public record Topology(boolean podToPod, List<Group> groups, List<Far> remotes, List<Link> links) {

    public Topology {
        groups = List.copyOf(groups);
        remotes = List.copyOf(remotes);
        links = List.copyOf(links);
    }

    /**
     * Nodes of one pool with the same tunnels.
     *
     * @param nodes their names in the order of the spec
     */
    public record Group(String pool, List<String> nodes) {

        public Group {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A remote.
     *
     * @param address as written; the first one, where nodes reach it at several
     * @param networks what tunnels to it encrypt, each way of doing so once
     */
    public record Far(String name, String address, List<Network> networks) {}

    /**
     * What tunnels encrypt.
     *
     * @param name under {@code subnets}; empty where the remote has one network
     * @param subnet behind the remote, CIDR
     * @param localSubnet behind the node, CIDR
     * @param type {@code transport} or {@code tunnel}
     */
    public record Network(Optional<String> name, String subnet, Optional<String> localSubnet, String type) {

        /** What a live connection encrypts. */
        public static Network of(Connection connection) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            return new Network(connection.network(), tunnel.subnet(), tunnel.localSubnet(), tunnel.type().text());
        }

        /** All of it in words: {@code lan 172.20.0.0/16, tunnel}. */
        public String label() {
            return name.map(own -> own + " ").orElse("") + subnet
                    + localSubnet.map(own -> " from " + own).orElse("") + ", " + type;
        }
    }

    /**
     * The tunnels of a group to a network of a remote, one for each node.
     *
     * @param group an index of {@link #groups}
     * @param remote an index of {@link #remotes}
     * @param network an index of that remote's {@link Far#networks}
     */
    public record Link(int group, int remote, int network) {}

    /** The end of a tunnel, as a node sees it. */
    private record End(String remote, Network network) {}

    /** The live tunnels of a cluster. */
    public static Topology of(ClusterSpec spec) {
        Map<String, Set<End>> ends = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, Set<Network>> networks = new LinkedHashMap<>();
        for (Connection connection : spec.tunnels()) {
            Network network = Network.of(connection);
            String remote = connection.remote().name();
            ends.computeIfAbsent(connection.node().name(), node -> new LinkedHashSet<>()).add(new End(remote, network));
            addresses.putIfAbsent(remote, connection.tunnel().orElseThrow().right());
            networks.computeIfAbsent(remote, name -> new LinkedHashSet<>()).add(network);
        }
        List<Far> remotes = new ArrayList<>();
        networks.forEach((name, own) -> remotes.add(new Far(name, addresses.get(name), List.copyOf(own))));
        Map<Group, Set<End>> groups = groups(spec, ends);
        return new Topology(spec.mode() == Mode.FULL, List.copyOf(groups.keySet()), remotes, links(groups, remotes));
    }

    private static Map<Group, Set<End>> groups(ClusterSpec spec, Map<String, Set<End>> ends) {
        Map<String, Map<Set<End>, List<String>>> pools = new LinkedHashMap<>();
        for (Node node : spec.nodes()) {
            Set<End> own = ends.get(node.name());
            if (own != null) {
                pools.computeIfAbsent(node.pool(), pool -> new LinkedHashMap<>())
                        .computeIfAbsent(own, alike -> new ArrayList<>()).add(node.name());
            }
        }
        Map<Group, Set<End>> groups = new LinkedHashMap<>();
        pools.forEach((pool, alike) -> alike.forEach((own, nodes) -> groups.put(new Group(pool, nodes), own)));
        return groups;
    }

    private static List<Link> links(Map<Group, Set<End>> groups, List<Far> remotes) {
        List<Link> links = new ArrayList<>();
        int group = 0;
        for (Set<End> ends : groups.values()) {
            for (int remote = 0; remote < remotes.size(); remote++) {
                Far far = remotes.get(remote);
                for (int network = 0; network < far.networks().size(); network++) {
                    if (ends.contains(new End(far.name(), far.networks().get(network)))) {
                        links.add(new Link(group, remote, network));
                    }
                }
            }
            group++;
        }
        return links;
    }
}
