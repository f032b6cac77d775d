package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the nodes of one pool import: the bundles that their MachineConfigs carry, and who takes which.
 *
 * @param entries who imports what, in the order of the list on the node; none where the pool is purged
 * @param bundles the bundles by their file names on the node
 */
public record PoolImports(ImportingPool pool, List<Entry> entries, Map<String, OpenedBundle> bundles) {

    /** Stands in the list for every node of the pool. */
    public static final String EVERY_NODE = "*";

    /**
     * One line of the list on the node.
     *
     * @param node a node's name, or {@link #EVERY_NODE}
     * @param file the bundle's file name in the certificates' folder
     * @param passwordFile where the node reads the password; empty where the password is empty
     */
    public record Entry(String node, String file, String nickname, Optional<String> passwordFile)
            implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byNode = node.compareTo(other.node);
            return byNode != 0 ? byNode : file.compareTo(other.file);
        }

        private String line() {
            return String.join("\t", node, file, nickname, passwordFile.orElse("-")) + "\n";
        }
    }

    /** The list on the node; empty where the pool's nodes are to lose what they imported. */
    public String list() {
        StringBuilder list = new StringBuilder();
        for (Entry entry : entries) {
            list.append(entry.line());
        }
        return list.toString();
    }

    /** Who imports a bundle: nodes, or {@link #EVERY_NODE}. */
    public List<String> nodesOf(String file) {
        List<String> nodes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.file().equals(file)) {
                nodes.add(entry.node());
            }
        }
        return nodes;
    }

    /** The pools of a cluster that import something, or are to lose it, by name. */
    public static List<PoolImports> of(ClusterSpec spec, Credentials credentials) {
        List<PoolImports> pools = new ArrayList<>();
        for (ImportingPool pool : spec.importingPools()) {
            pools.add(of(pool, credentials));
        }
        return pools;
    }

    private static PoolImports of(ImportingPool pool, Credentials credentials) {
        TreeSet<Entry> entries = new TreeSet<>();
        Map<String, OpenedBundle> bundles = new TreeMap<>();
        if (pool.everyNode().isPresent()) {
            add(EVERY_NODE, pool.everyNode().get(), credentials, entries, bundles);
        }
        for (Node node : pool.nodes()) {
            add(node.name(), node.bundle().orElseThrow(), credentials, entries, bundles);
        }
        return new PoolImports(pool, List.copyOf(entries), bundles);
    }

    private static void add(String node, BundleRef reference, Credentials credentials,
            TreeSet<Entry> entries, Map<String, OpenedBundle> bundles) {
        OpenedBundle bundle = credentials.bundle(reference).orElseThrow();
        entries.add(new Entry(
                node, bundle.fileName(), bundle.nickname().orElseThrow(), reference.password().nodeFile()));
        bundles.put(bundle.fileName(), bundle);
    }
}
