package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.spec.ArgoCd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an Application says, be it written out or in the template of an ApplicationSet. */
final class ArgoCdObjects {

    /** Of our making where the spec names no project. */
    static final String PROJECT = "ipsec";

    /** The one namespace of a cluster that the trees put objects into. */
    static final String NAMESPACE = "openshift-nmstate";

    private ArgoCdObjects() {}

    /**
     * The head of an object of Argo CD's own. It has no finalizer, so that its deletion deletes nothing on the cluster,
     * and an application of applications does not delete it.
     */
    static Map<String, Object> object(
            String kind, String name, ArgoCd argocd, Map<String, Object> furtherAnnotations) {
        Map<String, Object> annotations = new LinkedHashMap<>(furtherAnnotations);
        annotations.put("argocd.argoproj.io/sync-options", "Prune=false,Delete=false");
        return Body.map("apiVersion", "argoproj.io/v1alpha1", "kind", kind, "metadata", Body.map(
                "name", name, "namespace", argocd.namespace(), "annotations", annotations));
    }

    /**
     * How an application is compared. The diff that server-side apply switches on is discontinued; the server's own
     * knows the defaults of the kinds (Argo CD, docs/user-guide/diff-strategies.md).
     *
     * @param tree the cluster's tree in the repository, which the application's own folder refers to
     */
    static Map<String, Object> comparison(String tree) {
        return Body.map(
                "argocd.argoproj.io/compare-options", "ServerSideDiff=true",
                "argocd.argoproj.io/manifest-generate-paths", ".;/" + tree);
    }

    static Map<String, Object> applicationSpec(ArgoCd argocd, String path, Map<String, Object> destination) {
        Map<String, Object> namespaced = new LinkedHashMap<>(destination);
        namespaced.put("namespace", NAMESPACE);
        return Body.map(
                "project", argocd.project().orElse(PROJECT),
                "source", Body.map(
                        "repoURL", argocd.repoURL(), "targetRevision", argocd.revision(), "path", path),
                "destination", namespaced,
                "syncPolicy", syncPolicy(argocd));
    }

    /**
     * Without the migration to server-side apply, which adopts what {@code kubectl} applied and drops the fields that we
     * do not state (measured: {@code routingViaHost} of Network/cluster). Nodes reboot on the way, the controller's own
     * among them, so a sync is tried again for ever.
     */
    private static Map<String, Object> syncPolicy(ArgoCd argocd) {
        Map<String, Object> policy = new LinkedHashMap<>();
        if (argocd.automated()) {
            policy.put("automated", Body.map("prune", true, "selfHeal", true));
        }
        policy.put("retry", Body.map("limit", -1,
                "backoff", Body.map("duration", "30s", "factor", 2, "maxDuration", "10m")));
        policy.put("syncOptions", List.of(
                "ServerSideApply=true",
                "ClientSideApplyMigration=false",
                "SkipDryRunOnMissingResource=true",
                "FailOnSharedResource=true",
                "PruneLast=true"));
        return policy;
    }
}
