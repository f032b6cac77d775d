package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The spec of one cluster: a document that is the language, with its defaults laid under it, every node with {@code
 * nodeDefaults} applied and every connection spelled out. Whether it makes sense is for the rules to say.
 *
 * @param section the document
 * @param sources the files it was read from: its own, and the defaults that it extends
 * @param name {@code metadata.name}
 * @param encapsulation {@code Auto} or {@code Always}, as written
 * @param pools those that the spec says something of, in the order written
 * @param connections live and absent, ordered by node and remote as written
 * @param rebootOnRotation {@code rotation.reboot}, as written
 */
public record ClusterSpec(
        Section section,
        List<SourceText> sources,
        String name,
        Cluster cluster,
        Mode mode,
        Optional<String> encapsulation,
        Optional<MtuChange> mtuChange,
        List<Anchor> anchors,
        List<Pool> pools,
        List<Node> nodes,
        List<Remote> remotes,
        List<Connection> connections,
        Optional<Boolean> rebootOnRotation,
        Optional<Encryption> encryption,
        Delivery delivery,
        Thresholds thresholds,
        List<Waiver> waivers) {

    /** The pool of the node that is there for the quorum only. It takes no MachineConfig of another role. */
    public static final String ARBITER_POOL = "arbiter";

    private static final Set<String> BASE_POOLS = Set.of("master", "worker", ARBITER_POOL);

    /** The live connections. */
    public List<Connection> tunnels() {
        List<Connection> tunnels = new ArrayList<>(connections.size());
        for (Connection connection : connections) {
            if (!connection.absent()) {
                tunnels.add(connection);
            }
        }
        return tunnels;
    }

    /** The remotes that are to be there, and that no node has a connection to, not even an absent one. */
    public List<Remote> remotesWithoutNodes() {
        Set<String> connected = new HashSet<>();
        for (Connection connection : connections) {
            connected.add(connection.remote().name());
        }
        List<Remote> lonely = new ArrayList<>();
        for (Remote remote : remotes) {
            if (!remote.absent() && !connected.contains(remote.name())) {
                lonely.add(remote);
            }
        }
        return lonely;
    }

    /** The nodes of a pool, without those that are to go. */
    public List<Node> nodesOf(String pool) {
        List<Node> members = new ArrayList<>();
        for (Node node : nodes) {
            if (!node.absent() && node.pool().equals(pool)) {
                members.add(node);
            }
        }
        return members;
    }

    /** The nodes with interfaces whose ESP offload is set. */
    public List<Node> espOffloadNodes() {
        List<Node> set = new ArrayList<>();
        for (Node node : nodes) {
            if (node.section().has("espOffload") && !node.espOffload().isEmpty()) {
                set.add(node);
            }
        }
        return set;
    }

    /** Whether nodes route what leaves the cluster: as written, else as the tunnels need it; empty leaves it alone. */
    public Optional<Boolean> routingViaHost() {
        Optional<Boolean> written = cluster.routingViaHost();
        return written.isEmpty() && !tunnels().isEmpty() ? Optional.of(true) : written;
    }

    /** The pools whose nodes import something, or are to lose what they imported, by name. */
    public List<ImportingPool> importingPools() {
        return ImportingPool.of(pools, nodes);
    }

    /** Whether some nodes are to lose what they imported. */
    public boolean isPurging() {
        for (Pool pool : pools) {
            if (pool.purged()) {
                return true;
            }
        }
        return false;
    }

    /** A pool of those whose nodes import something, or are to lose what they imported. */
    public Optional<ImportingPool> importingPool(String name) {
        for (ImportingPool pool : importingPools()) {
            if (pool.name().equals(name)) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }

    /**
     * The pools beside the product's own, and where the spec first says so. Their nodes receive worker's MachineConfigs
     * beside their pool's (machine-config-operator, docs/custom-pools.md).
     */
    public SortedMap<String, Position> customPools() {
        SortedMap<String, Position> custom = new TreeMap<>();
        for (Node node : nodes) {
            if (!node.absent() && !BASE_POOLS.contains(node.pool())) {
                custom.putIfAbsent(node.pool(), node.section().at("pool"));
            }
        }
        for (Pool pool : pools) {
            if (!pool.purged() && !BASE_POOLS.contains(pool.name())) {
                custom.putIfAbsent(pool.name(), pool.section().at());
            }
        }
        return custom;
    }

    /** The pools whose nodes drop clear text to and from remotes, or are to stop doing so, by name. */
    public List<GuardedPool> guardedPools() {
        return GuardedPool.of(this);
    }

    /** The bundles that nodes are to import, wherever the spec names them. */
    public List<BundleRef> bundles() {
        List<BundleRef> bundles = new ArrayList<>();
        for (Pool pool : pools) {
            if (!pool.purged()) {
                addTo(bundles, pool.bundle());
            }
        }
        for (Node node : nodes) {
            if (!node.absent()) {
                addTo(bundles, node.bundle());
            }
        }
        return List.copyOf(bundles);
    }

    private static void addTo(List<BundleRef> bundles, Optional<BundleRef> bundle) {
        if (bundle.isPresent()) {
            bundles.add(bundle.get());
        }
    }

    /** The bundle with which a node proves itself: its own, or else its pool's. */
    public Optional<BundleRef> bundleOf(Node node) {
        Optional<Pool> pool = pool(node.pool());
        return node.bundle().isEmpty() && pool.isPresent() ? pool.get().bundle() : node.bundle();
    }

    /** Whether the spec says that a pool is paused: then its nodes take no MachineConfig until it is resumed. */
    public boolean isPaused(String pool) {
        Optional<Pool> written = pool(pool);
        return written.isPresent() && written.get().paused();
    }

    /** How many nodes a pool has, where the spec says so. */
    public OptionalInt sizeOf(String pool) {
        Optional<Pool> written = pool(pool);
        return written.isPresent() ? written.get().nodes() : OptionalInt.empty();
    }

    public Optional<Pool> pool(String name) {
        for (Pool pool : pools) {
            if (pool.name().equals(name)) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }
}
