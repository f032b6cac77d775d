package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.previous.Inventory;

/** Every message about a cluster's tree beside its last one that is not a rule's. */
public enum TreeFinding {
    CHANGED_BY_PLUGIN("IPSEC-D012", Severity.NOTE, "changed by the plugin, not by you: %s",
            "another release of the plugin brings another script or unit to the nodes, and the machine config operator compares "
                    + "bytes (machine-config-operator, pkg/daemon/update.go)",
            "merge it when the nodes may do that; mvn ipsec:plan tells more"),
    DAMAGED_INVENTORY("IPSEC-G008", Severity.ERROR, "the inventory of %s cannot be used: %s",
            "it says which tunnels and keys are on the cluster's nodes; without it their removal could be missed",
            "restore " + Inventory.FILE + " from Git: after a merge conflict, take either side and generate anew");

    private final String id;
    private final Severity severity;
    private final String message;
    private final String why;
    private final String mend;

    TreeFinding(String id, Severity severity, String message, String why, String mend) {
        this.id = id;
        this.severity = severity;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return FindingInfo.fixed(id, message, severity, why, mend);
    }

    Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, severity, position, String.format(message, arguments), why, mend);
    }
}
