package io.github.ipsecmaven.spec;

import java.util.Optional;

/**
 * The Argo CD instance that syncs a cluster: {@code delivery.argocd}.
 *
 * @param repoURL the Git repository that the output is committed to
 * @param revision branch, tag or commit
 * @param path the output directory in that repository
 * @param namespace the instance's namespace
 * @param instance the name of its ArgoCD resource
 * @param project the project of the applications, where it is not one of our making
 * @param cluster the name, or the https URL, by which the instance knows the cluster
 * @param automated whether it syncs without being asked
 */
public record ArgoCd(
        Section section,
        String repoURL,
        String revision,
        RepositoryPath path,
        String namespace,
        String instance,
        Optional<String> project,
        String cluster,
        boolean automated) {

    /** Whether the instance runs on the cluster itself: by these names every instance knows its own. */
    public boolean onCluster() {
        return cluster.equals("in-cluster") || cluster.equals("https://kubernetes.default.svc");
    }

    /** Whether {@link #cluster()} is a URL. */
    public boolean byUrl() {
        return cluster.startsWith("https://");
    }

    static ArgoCd of(Section section, String cluster) {
        return new ArgoCd(
                section,
                section.text("repoURL").orElseThrow(),
                section.text("revision").orElse("HEAD"),
                RepositoryPath.of(section),
                section.text("namespace").orElse("openshift-gitops"),
                section.text("instance").orElse("openshift-gitops"),
                section.text("project"),
                section.text("cluster").orElse(cluster),
                section.flag("automated").orElse(true));
    }
}
