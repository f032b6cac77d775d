package io.github.ipsecmaven.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pool whose nodes import something, or are to lose what they imported. It has two MachineConfigs; a custom pool's
 * nodes receive worker's beside their own.
 *
 * @param importConfig the name of the MachineConfig with the unit, the script and the anchors
 * @param certsConfig the name of the MachineConfig with the bundles and the list of who imports which
 * @param everyNode the bundle of every node of the pool
 * @param nodes the nodes that have a bundle of their own; none where the pool is purged
 */
public record ImportingPool(
        String name,
        boolean purged,
        String importConfig,
        String certsConfig,
        Optional<BundleRef> everyNode,
        List<Node> nodes) {

    /** The bundles that the pool's MachineConfig carries, as often as the spec names them. */
    public List<BundleRef> bundles() {
        List<BundleRef> bundles = new ArrayList<>();
        if (everyNode.isPresent()) {
            bundles.add(everyNode.get());
        }
        for (Node node : nodes) {
            bundles.add(node.bundle().orElseThrow());
        }
        return bundles;
    }

    /** The pools of a cluster that import something, by name. */
    static List<ImportingPool> of(List<Pool> pools, List<Node> nodes) {
        Map<String, List<Node>> importing = new TreeMap<>();
        for (Node node : nodes) {
            if (imports(node)) {
                if (!importing.containsKey(node.pool())) {
                    importing.put(node.pool(), new ArrayList<>());
                }
                importing.get(node.pool()).add(node);
            }
        }
        Map<String, Pool> written = new HashMap<>();
        for (Pool pool : pools) {
            written.put(pool.name(), pool);
            if (pool.purged() || pool.bundle().isPresent()) {
                importing.putIfAbsent(pool.name(), List.of());
            }
        }
        List<ImportingPool> all = new ArrayList<>();
        for (Map.Entry<String, List<Node>> pool : importing.entrySet()) {
            all.add(of(pool.getKey(), written.get(pool.getKey()), pool.getValue()));
        }
        return List.copyOf(all);
    }

    /** @param pool what the spec says of it, or null */
    private static ImportingPool of(String name, Pool pool, List<Node> nodes) {
        boolean purged = pool != null && pool.purged();
        String usual = "99-" + name + "-ipsec-import";
        return new ImportingPool(
                name,
                purged,
                pool == null ? usual : pool.machineConfig().orElse(usual),
                "99-" + name + "-ipsec-certs",
                pool == null || purged ? Optional.empty() : pool.bundle(),
                purged ? List.of() : List.copyOf(nodes));
    }

    private static boolean imports(Node node) {
        return !node.absent() && node.bundle().isPresent();
    }
}
