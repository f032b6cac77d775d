package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.previous.Inventory;

/** Every message about a repository as a whole. Most are errors. */
enum FleetFinding {
    NAMED_FLEET("IPSEC-D001", "a cluster that Argo CD syncs cannot be called 'fleet'",
            "the folder argocd/fleet holds what belongs to the whole fleet",
            "give it another name"),
    OTHER_SETTINGS("IPSEC-D002", "`delivery.argocd` says something else than that of cluster '%s'",
            "one ApplicationSet and one instance serve the fleet; only `cluster` may differ",
            "say it once, in the file that both extend"),
    SAME_DESTINATION("IPSEC-D003", "to Argo CD the cluster is '%s', and so is cluster '%s'",
            "the trees of both would be synced to one cluster, and overwrite each other's network settings",
            "leave `delivery.argocd.cluster` out, or give each cluster its own"),
    NO_SPEC("IPSEC-D005", Severity.WARNING, "no spec describes the cluster '%s', whose tree is still here",
            "the tree stays, and is synced, as it was last written; nothing checks its certificates any more",
            "restore the spec or the name it had; where the cluster is gone for good, delete the folder"),
    OUT_OF_DATE("IPSEC-D010", "the tree of %s is not what the spec compiles to: %s",
            "a GitOps engine applies what is committed, not what the spec says (Argo CD, Flux)",
            "run mvn ipsec:generate, and commit what it writes together with the spec"),
    CHANGED_BY_PLUGIN("IPSEC-D012", Severity.NOTE, "changed by the plugin, not by you: %s",
            "another release of the plugin brings another script or unit to the nodes, and the machine config operator compares "
                    + "bytes (machine-config-operator, pkg/daemon/update.go)",
            "merge it when the nodes may do that; mvn ipsec:plan tells more"),
    DAMAGED_INVENTORY("IPSEC-G008", "the inventory of %s cannot be used: %s",
            "it says which tunnels and keys are on the cluster's nodes; without it their removal could be missed",
            "restore " + Inventory.FILE + " from Git: after a merge conflict, take either side and generate anew"),
    SAME_NAME("IPSEC-L041", "the cluster '%s' is described twice; first in %s",
            "both would be written into the same folder",
            "give each cluster a name of its own");

    private final String id;
    private final Severity severity;
    private final String message;
    private final String why;
    private final String mend;

    FleetFinding(String id, String message, String why, String mend) {
        this(id, Severity.ERROR, message, why, mend);
    }

    FleetFinding(String id, Severity severity, String message, String why, String mend) {
        this.id = id;
        this.severity = severity;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    FindingInfo info() {
        return FindingInfo.fixed(id, message, severity, why, mend);
    }

    Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, severity, position, String.format(message, arguments), why, mend);
    }
}
