package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the spec says of the running cluster.
 *
 * @param version what it runs
 * @param release the row by which that is judged
 * @param hosted whether its control plane is hosted, and so no MachineConfigPool there
 * @param drains whether nodes are drained before they reboot: the only node of a cluster is not
 * @param ownLibreswan whether MachineConfigs of the cluster's own bring libreswan, and the network operator leaves its out
 * @param pools what is known of pools, by name; those of nodes and MachineConfigs are there, too
 * @param poolOf the pool of each node that the spec names
 * @param pluginsOwn the files and units that are the same for every spec
 */
public record ClusterFacts(String name, Version version, Release release, boolean hosted, boolean drains, boolean ownLibreswan,
        SortedMap<String, Pool> pools, Map<String, String> poolOf, Set<String> pluginsOwn) {

    /**
     * A machine config pool.
     *
     * @param maxUnavailable a number or a percentage
     */
    public record Pool(OptionalInt nodes, Optional<String> maxUnavailable, boolean paused) {

        /** One of which the spec says nothing. */
        public static final Pool UNKNOWN = new Pool(OptionalInt.empty(), Optional.empty(), false);
    }

    public ClusterFacts {
        poolOf = Map.copyOf(poolOf);
        pluginsOwn = Set.copyOf(pluginsOwn);
    }

    /** What is known of a pool. */
    public Pool pool(String pool) {
        return pools.getOrDefault(pool, Pool.UNKNOWN);
    }

    /** The pools of which it is known that they exist: those every cluster has, and those the spec names. */
    public List<String> poolNames() {
        return List.copyOf(pools.keySet());
    }

    /** Whether the cluster's nodes run libreswan 4, which sees a new anchor only when it starts. */
    public boolean runsLibreswan4() {
        return release.nodeSoftwareOf(version.patch()).libreswan().startsWith("4");
    }
}
