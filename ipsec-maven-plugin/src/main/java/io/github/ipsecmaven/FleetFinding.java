package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.previous.Inventory;

/** Every message about a repository as a whole. All are errors. */
enum FleetFinding {
    DAMAGED_INVENTORY("IPSEC-G008", "the inventory of %s cannot be used: %s",
            "it says which tunnels and keys are on the cluster's nodes; without it their removal could be missed",
            "restore " + Inventory.FILE + " from Git: after a merge conflict, take either side and generate anew"),
    SAME_NAME("IPSEC-L041", "the cluster '%s' is described twice; first in %s",
            "both would be written into the same folder",
            "give each cluster a name of its own");

    private final String id;
    private final String message;
    private final String why;
    private final String mend;

    FleetFinding(String id, String message, String why, String mend) {
        this.id = id;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    FindingInfo info() {
        return FindingInfo.error(id, message, why, mend);
    }

    Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, Severity.ERROR, position, String.format(message, arguments), why, mend);
    }
}
