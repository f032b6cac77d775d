package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.previous.Baseline;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.io.IOException;
import java.util.Optional;

/** What the guards compare with. */
final class PreviousTree {

    private static final String DAMAGED = "IPSEC-G008";

    private PreviousTree() {}

    /** The cluster's last tree, where there is one; an inventory that cannot be understood is a finding. */
    static Optional<Inventory> of(ClusterSpec spec, Baseline baseline, Run run, Diagnostics diagnostics)
            throws IOException {
        try {
            return baseline.inventory(run.folderOf(spec.name()));
        } catch (InventoryYaml.Damaged e) {
            diagnostics.add(new Diagnostic(DAMAGED, Severity.ERROR, spec.section().section("metadata").at("name"),
                    "the inventory of " + run.outputDirectory().relativize(run.folderOf(spec.name())) + " cannot be used: "
                            + e.getMessage(),
                    "it says which tunnels and keys are on the cluster's nodes; without it their removal could be missed",
                    "restore " + Inventory.FILE + " from Git: after a merge conflict, take either side and generate anew"));
            return Optional.empty();
        }
    }
}
