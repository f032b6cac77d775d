package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.spec.ArgoCd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an Argo CD instance needs, whichever clusters it syncs: the ApplicationSet, its project, the rights of the
 * application controller, and health checks.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/">Argo CD, controlling if and when the ApplicationSet controller modifies Application resources</a>
 */
final class ArgoCdFleet {

    /** The folder, which therefore is no cluster's. */
    static final String FOLDER = "argocd/fleet/";

    /** The file in a cluster's folder that makes the ApplicationSet see the cluster. */
    static final String DESTINATION = "destination.yaml";

    private ArgoCdFleet() {}

    static List<Manifest> of(ArgoCd argocd) {
        List<Manifest> manifests = new ArrayList<>();
        manifests.addAll(applications(argocd));
        manifests.addAll(ArgoCdAccess.of(FOLDER + "access/", argocd));
        manifests.addAll(ArgoCdHealth.of(FOLDER + "health/", argocd));
        return manifests;
    }

    private static List<Manifest> applications(ArgoCd argocd) {
        String folder = FOLDER + "applications/";
        List<String> resources = new ArrayList<>();
        List<Manifest> manifests = new ArrayList<>();
        if (argocd.project().isEmpty()) {
            resources.add("app-project.yaml");
            manifests.add(new Manifest(folder + "app-project.yaml",
                    "The kinds that the trees hold, and no other.", project(argocd)));
        }
        resources.add("application-set.yaml");
        manifests.add(new Manifest(folder + "application-set.yaml",
                "An application for each cluster. One that leaves the fleet keeps its application, and everything on it.",
                applicationSet(argocd)));
        manifests.add(Kustomizations.kustomization(folder, "What makes Argo CD sync the fleet.", resources));
        return manifests;
    }

    /** The namespaced kinds live in one namespace; the others have none. */
    private static Map<String, Object> project(ArgoCd argocd) {
        Map<String, Object> body = ArgoCdObjects.object("AppProject", ArgoCdObjects.PROJECT, argocd, Map.of());
        body.put("spec", Body.map(
                "description", "IPsec",
                "sourceRepos", List.of(argocd.repoURL()),
                "destinations", List.of(Body.map("server", "*", "namespace", ArgoCdObjects.NAMESPACE)),
                "clusterResourceWhitelist", List.of(
                        kind("", "Namespace"),
                        kind("operator.openshift.io", "Network"),
                        kind("operator.openshift.io", "MachineConfiguration"),
                        kind("machineconfiguration.openshift.io", "MachineConfig"),
                        kind("machineconfiguration.openshift.io", "MachineConfigPool"),
                        kind("nmstate.io", "NMState"),
                        kind("nmstate.io", "NodeNetworkConfigurationPolicy")),
                "namespaceResourceWhitelist", List.of(
                        kind("operators.coreos.com", "OperatorGroup"),
                        kind("operators.coreos.com", "Subscription"))));
        return body;
    }

    private static Map<String, Object> kind(String group, String kind) {
        return Body.map("group", group, "kind", kind);
    }

    /**
     * The generator reads the clusters' own files, so that a cluster joins by its commit and this object stays as it is.
     * When a cluster's folder disappears, by intent or by a merge that went wrong, its application stays ({@code
     * create-update}); when this object is deleted, the applications go and what they synced stays ({@code
     * preserveResourcesOnDeletion}).
     */
    private static Map<String, Object> applicationSet(ArgoCd argocd) {
        Map<String, Object> body = ArgoCdObjects.object("ApplicationSet", "ipsec", argocd, Map.of());
        body.put("spec", Body.map(
                "goTemplate", true,
                "goTemplateOptions", List.of("missingkey=error"),
                "generators", List.of(Body.map("git", Body.map(
                        "repoURL", argocd.repoURL(),
                        "revision", argocd.revision(),
                        "files", List.of(Body.map("path", argocd.path().resolve("argocd/*/" + DESTINATION)))))),
                "syncPolicy", Body.map("applicationsSync", "create-update", "preserveResourcesOnDeletion", true),
                "template", Body.map(
                        "metadata", Body.map(
                                "name", "ipsec-{{.cluster}}",
                                "annotations", ArgoCdObjects.comparison(argocd.path().resolve("clusters/{{.cluster}}"))),
                        "spec", ArgoCdObjects.applicationSpec(argocd, "{{.path.path}}", Body.map(
                                "name", "{{.destination.name}}",
                                "server", "{{.destination.server}}")))));
        return body;
    }
}
