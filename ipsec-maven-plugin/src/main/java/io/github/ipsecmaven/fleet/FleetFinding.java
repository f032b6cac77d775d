package io.github.ipsecmaven.fleet;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;
import static io.github.ipsecmaven.diagnostic.FindingTemplate.warning;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about a repository as a whole. Most are errors. */
public enum FleetFinding {
    NAMED_FLEET(error("IPSEC-D001", "a cluster that Argo CD syncs cannot be called 'fleet'",
            "the folder argocd/fleet holds what belongs to the whole fleet",
            "give it another name")),
    OTHER_SETTINGS(error("IPSEC-D002", "`delivery.argocd` says something else than that of cluster '%s'",
            "one ApplicationSet and one instance serve the fleet; only `cluster` may differ",
            "say it once, in the file that both extend")),
    SAME_DESTINATION(error("IPSEC-D003", "to Argo CD the cluster is '%s', and so is cluster '%s'",
            "the trees of both would be synced to one cluster, and overwrite each other's network settings",
            "leave `delivery.argocd.cluster` out, or give each cluster its own")),
    NO_SPEC(warning("IPSEC-D005", "no spec describes the cluster '%s', whose tree is still here",
            "the tree stays, and is synced, as it was last written; nothing checks its certificates any more",
            "restore the spec or the name it had; where the cluster is gone for good, delete the folder")),
    GONE(warning("IPSEC-D014", "the cluster '%s' is gone from the specs and from the output, and its last tree had %s",
            "nothing takes these down: a NodeNetworkConfigurationPolicy that is deleted leaves its tunnel up "
                    + "(kubernetes-nmstate, measured)",
            "restore spec and tree, and switch IPsec off first; where the cluster itself is gone, or got another name, nothing")),
    OUT_OF_DATE(error("IPSEC-D010", "the tree of %s is not what the spec compiles to: %s",
            "a GitOps engine applies what is committed, not what the spec says (Argo CD, Flux)",
            "run mvn ipsec:generate, and commit what it writes together with the spec")),
    GIT_IS_SILENT(warning("IPSEC-D013", "what is committed is not known: %s",
            "guards then compare with the files on disk, so what was committed can leave without its tombstone, and "
                    + "nothing sees a key that Git tracks or would take along (git, safe.directory)",
            "let git read the work tree: run as its owner, or `git config --global --add safe.directory <folder>`; where "
                    + "there is no git, install it")),
    SAME_NAME(error("IPSEC-L041", "the cluster '%s' is described twice; first in %s",
            "both would be written into the same folder",
            "give each cluster a name of its own"));

    private final FindingTemplate template;

    FleetFinding(FindingTemplate template) {
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
