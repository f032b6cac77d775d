package io.github.ipsecmaven.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
        everyNode.ifPresent(bundles::add);
        for (Node node : nodes) {
            node.bundle().ifPresent(bundles::add);
        }
        return bundles;
    }

    /** The pools of a cluster that import something, by name. */
    static List<ImportingPool> of(List<Pool> pools, List<Node> nodes) {
        TreeSet<String> names = new TreeSet<>();
        for (Pool pool : pools) {
            if (pool.purged() || pool.bundle().isPresent()) {
                names.add(pool.name());
            }
        }
        for (Node node : nodes) {
            if (imports(node)) {
                names.add(node.pool());
            }
        }
        List<ImportingPool> importing = new ArrayList<>();
        for (String name : names) {
            Optional<Pool> pool = pools.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
            importing.add(of(name, pool, nodes));
        }
        return List.copyOf(importing);
    }

    private static ImportingPool of(String name, Optional<Pool> pool, List<Node> nodes) {
        boolean purged = pool.map(Pool::purged).orElse(false);
        return new ImportingPool(
                name,
                purged,
                pool.flatMap(Pool::machineConfig).orElse("99-" + name + "-ipsec-import"),
                "99-" + name + "-ipsec-certs",
                purged ? Optional.empty() : pool.flatMap(Pool::bundle),
                purged ? List.of() : nodes.stream().filter(node -> imports(node) && node.pool().equals(name)).toList());
    }

    private static boolean imports(Node node) {
        return !node.absent() && node.bundle().isPresent();
    }
}
