package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** Clusters that left the specs and the output at once, with tunnels that nothing takes down. */
final class GoneClusters {

    private GoneClusters() {}

    /**
     * Adds a finding for each.
     *
     * @param claimed the names of all clusters that specs describe
     * @param at where to say so
     */
    static void check(Run run, Set<String> claimed, PastTree baseline, Position at, Diagnostics diagnostics)
            throws IOException {
        for (String name : baseline.clusters()) {
            if (!claimed.contains(name) && !Files.exists(run.folderOf(name))) {
                int tunnels = tunnels(name, baseline);
                if (tunnels > 0) {
                    diagnostics.add(FleetFinding.GONE.at(at, name, ClusterTree.number(tunnels, "tunnel")));
                }
            }
        }
    }

    private static int tunnels(String cluster, PastTree baseline) throws IOException {
        try {
            Optional<Inventory> inventory = baseline.inventory(cluster);
            return inventory.isPresent() ? inventory.get().live().size() : 0;
        } catch (InventoryYaml.Damaged nobodyKnowsWhatItHad) {
            return 0;
        }
    }
}
