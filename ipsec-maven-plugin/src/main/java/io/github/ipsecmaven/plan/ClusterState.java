package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a tree gives to a cluster.
 *
 * @param objects those that the cluster syncs, by path
 */
public record ClusterState(Inventory inventory, List<PastObject> objects) {

    public ClusterState {
        objects = List.copyOf(objects);
    }

    /**
     * Reads a tree.
     *
     * @param files its contents by path in the output directory
     * @return empty where there is no tree of the cluster
     * @throws InventoryYaml.Damaged if a file cannot be understood
     */
    public static Optional<ClusterState> read(String cluster, SortedMap<String, byte[]> files) throws InventoryYaml.Damaged {
        byte[] inventory = files.get("clusters/" + cluster + "/" + Inventory.FILE);
        if (inventory == null) {
            return Optional.empty();
        }
        return Optional.of(new ClusterState(InventoryYaml.read(new String(inventory, StandardCharsets.UTF_8)),
                PastObject.among(files)));
    }
}
