package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cluster's tree or the fleet's, as it was compiled, with what an earlier run wrote of it.
 *
 * @param shown what to call it
 * @param at where it is described
 * @param files as they should be
 * @param owned the paths on disk that an earlier run wrote, and this one answers for
 */
record OwnedTree(String shown, Position at, List<TreeFile> files, Set<String> owned) {

    static OwnedTree of(ClusterTree cluster, Run run) throws IOException {
        Position name = cluster.spec().section().section("metadata").at("name");
        return new OwnedTree("cluster '" + cluster.name() + "'", name, cluster.files(), owned(run, cluster));
    }

    /** What all clusters share; empty where that is nothing. */
    static Optional<OwnedTree> ofTheFleet(List<FleetMember> clusters, Run run) throws IOException {
        FleetTree fleet = FleetTree.of(clusters);
        return fleet.at().isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnedTree(
                        "the fleet", fleet.at().get(), fleet.files(), fleet.owned(run.outputDirectory())));
    }

    private static Set<String> owned(Run run, ClusterTree cluster) throws IOException {
        Set<String> owned = new TreeSet<>();
        try {
            Optional<Inventory> inventory = PastTree.onDisk(run.outputDirectory()).inventory(cluster.name());
            if (inventory.isPresent()) {
                owned.add(Run.pathOf(cluster.name()) + "/" + Inventory.FILE);
                owned.addAll(inventory.get().files().keySet());
            }
        } catch (InventoryYaml.Damaged e) {
            Path inventory = run.folderOf(cluster.name()).resolve(Inventory.FILE);
            throw new IOException(inventory + " cannot be used: " + e.getMessage());
        }
        return owned;
    }
}
