package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.manifest.GuardManifest;
import io.github.ipsecmaven.manifest.MachineConfigManifests;
import io.github.ipsecmaven.plan.ClusterFacts;
import io.github.ipsecmaven.plan.ClusterState;
import io.github.ipsecmaven.plan.Planner;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the way of a cluster from a past tree to the compiled one. */
public final class Planning {

    private Planning() {}

    /** @param formerName the cluster's name in the past tree */
    public static PlannedCluster of(ClusterTree cluster, PastTree past, String formerName) throws IOException {
        try {
            return of(cluster, ClusterState.read(formerName, past.files(formerName)));
        } catch (InventoryYaml.Damaged e) {
            throw new IOException("the tree of cluster " + formerName + " in " + past.shown()
                    + " cannot be used: " + e.getMessage());
        }
    }

    /** The same, from the past tree's files by path in the output directory. */
    public static PlannedCluster of(ClusterTree cluster, SortedMap<String, byte[]> past) throws InventoryYaml.Damaged {
        return of(cluster, ClusterState.read(cluster.name(), past));
    }

    private static PlannedCluster of(ClusterTree cluster, Optional<ClusterState> before) throws InventoryYaml.Damaged {
        ClusterState after = compiled(cluster);
        return new PlannedCluster(cluster, before, after, Planner.plan(before, after, facts(cluster.facts())));
    }

    private static ClusterState compiled(ClusterTree cluster) throws InventoryYaml.Damaged {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (TreeFile file : cluster.files()) {
            files.put(file.path(), file.bytes());
        }
        return ClusterState.read(cluster.name(), files).orElseThrow();
    }

    private static ClusterFacts facts(Facts compiled) {
        ClusterSpec spec = compiled.spec();
        return new ClusterFacts(spec.name(), compiled.version(), compiled.release(), spec.cluster().hosted(),
                !isSingleNode(spec.cluster()), !spec.cluster().ipsecMachineConfigs().isEmpty(), pools(spec), poolOf(spec),
                Set.of(MachineConfigManifests.SCRIPT, MachineConfigManifests.UNIT, GuardManifest.UNIT));
    }

    private static SortedMap<String, ClusterFacts.Pool> pools(ClusterSpec spec) {
        SortedMap<String, ClusterFacts.Pool> pools = new TreeMap<>(ofTopology(spec.cluster()));
        spec.nodes().forEach(node -> pools.putIfAbsent(node.pool(), ClusterFacts.Pool.UNKNOWN));
        spec.pools().forEach(pool -> pools.put(pool.name(), new ClusterFacts.Pool(
                pool.nodes().isPresent() ? pool.nodes() : pools.getOrDefault(pool.name(), ClusterFacts.Pool.UNKNOWN).nodes(),
                pool.maxUnavailable(), pool.paused())));
        return pools;
    }

    /** Every cluster has a pool master and a pool worker, which is empty where control plane nodes do all the work. */
    private static Map<String, ClusterFacts.Pool> ofTopology(Cluster cluster) {
        boolean noWorkers = cluster.usualPool().equals("master");
        return Map.of(
                "master", pool(isSingleNode(cluster) ? OptionalInt.of(1) : OptionalInt.empty()),
                "worker", pool(noWorkers ? OptionalInt.of(0) : OptionalInt.empty()));
    }

    private static boolean isSingleNode(Cluster cluster) {
        return cluster.controlPlaneTopology().equals("SingleReplica");
    }

    private static ClusterFacts.Pool pool(OptionalInt nodes) {
        return new ClusterFacts.Pool(nodes, Optional.empty(), false);
    }

    private static Map<String, String> poolOf(ClusterSpec spec) {
        Map<String, String> poolOf = new HashMap<>();
        for (Node node : spec.nodes()) {
            poolOf.put(node.name(), node.pool());
        }
        return poolOf;
    }
}
