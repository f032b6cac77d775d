package io.github.ipsecmaven.cluster;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;
import static io.github.ipsecmaven.diagnostic.FindingTemplate.note;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.previous.Inventory;

/** Every message about a cluster's tree beside its last one that is not a rule's. */
public enum TreeFinding {
    CHANGED_BY_PLUGIN(note("IPSEC-D012", "changed by the plugin, not by you: %s",
            "another release of the plugin brings another script or unit to the nodes, and the machine config operator compares "
                    + "bytes (machine-config-operator, pkg/daemon/update.go)",
            "merge it when the nodes may do that; mvn ipsec:plan tells more")),
    DAMAGED_INVENTORY(error("IPSEC-G008", "the inventory of %s cannot be used: %s",
            "it says which tunnels and keys are on the cluster's nodes; without it their removal could be missed",
            "restore " + Inventory.FILE + " from Git: after a merge conflict, take either side and generate anew"));

    private final FindingTemplate template;

    TreeFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }
}
