package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.io.IOException;
import java.util.Optional;

/** What the guards compare with. */
final class PreviousTree {

    private PreviousTree() {}

    /** The cluster's last tree, where there is one; an inventory that cannot be understood is a finding. */
    static Optional<Inventory> of(ClusterSpec spec, PastTree baseline, Run run, Diagnostics diagnostics)
            throws IOException {
        try {
            return baseline.inventory(spec.name());
        } catch (InventoryYaml.Damaged e) {
            diagnostics.add(TreeFinding.DAMAGED_INVENTORY.at(spec.section().section("metadata").at("name"),
                    run.outputDirectory().relativize(run.folderOf(spec.name())), e.getMessage()));
            return Optional.empty();
        }
    }
}
