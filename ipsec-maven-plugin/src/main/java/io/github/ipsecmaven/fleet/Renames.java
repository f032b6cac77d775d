package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.spec.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which clusters had another name in a past tree.
 *
 * @param formerNames by the name now: of those without a tree of their own, whose connections are those of just one
 *     tree that no cluster has any more
 * @param gone the past clusters that are none any more under any name
 */
record Renames(Map<String, String> formerNames, Set<String> gone) {

    /** Where not all clusters are known, none can be missed. */
    static final Renames NONE = new Renames(Map.of(), Set.of());

    /** @param clusters all of the repository: a name that none of them has is not there any more */
    static Renames of(PastTree past, List<ClusterTree> clusters) throws IOException {
        Set<String> there = past.clusters();
        Set<String> gone = new TreeSet<>(there);
        clusters.forEach(cluster -> gone.remove(cluster.name()));
        Map<String, String> formerNames = new TreeMap<>();
        for (ClusterTree cluster : clusters) {
            if (!there.contains(cluster.name())) {
                formerName(cluster, past, gone).ifPresent(name -> formerNames.put(cluster.name(), name));
            }
        }
        gone.removeAll(formerNames.values());
        return new Renames(formerNames, gone);
    }

    /** The name under which to look for a cluster in the past tree. */
    String formerNameOf(String cluster) {
        return formerNames.getOrDefault(cluster, cluster);
    }

    /** What a reader of a comparison has to know; one sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        formerNames.forEach((now, before) -> notes.add("cluster " + now + " has the connections that cluster " + before
                + " had, which no spec describes any more: it is taken for the same under a new name"));
        gone.forEach(name -> notes.add("no spec describes cluster " + name
                + " any more: what was applied to it stays there, tunnels and keys too"));
        return notes;
    }

    private static Optional<String> formerName(ClusterTree cluster, PastTree past, Set<String> gone) throws IOException {
        Set<String> connections =
                cluster.spec().connections().stream().map(Connection::policyName).collect(Collectors.toSet());
        List<String> alike = new ArrayList<>();
        for (String name : gone) {
            if (!connections.isEmpty() && connections.equals(connections(name, past))) {
                alike.add(name);
            }
        }
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static Set<String> connections(String cluster, PastTree past) throws IOException {
        try {
            return past.inventory(cluster).map(Inventory::connections).orElse(new TreeMap<>()).keySet();
        } catch (InventoryYaml.Damaged notToBeCompared) {
            return new HashSet<>();
        }
    }
}
