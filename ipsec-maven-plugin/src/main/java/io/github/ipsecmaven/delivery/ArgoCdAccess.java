package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.spec.ArgoCd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rights that the application controller lacks on the cluster that it runs on: the default instance of OpenShift
 * GitOps is no cluster administrator. What must never be deleted it cannot delete.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/red_hat_openshift_gitops/1.20/html/declarative_cluster_configuration/configuring-an-openshift-cluster-by-deploying-an-application-with-cluster-configurations">Red Hat OpenShift GitOps, in-built permissions for cluster configuration</a>
 */
final class ArgoCdAccess {

    private static final String NAME = "ipsec-argocd";
    private static final String API_GROUP = "rbac.authorization.k8s.io";
    private static final List<String> READ = List.of("get", "list", "watch");

    private ArgoCdAccess() {}

    static List<Manifest> of(String folder, ArgoCd argocd) {
        return List.of(
                new Manifest(folder + "cluster-role.yaml",
                        "What syncing the trees takes. Only finished tombstones and purged MachineConfigs may be deleted.",
                        role()),
                new Manifest(folder + "cluster-role-binding.yaml", "For Argo CD's application controller.", binding(argocd)),
                Kustomizations.kustomization(folder, "For an administrator to apply on the cluster that Argo CD runs on.",
                        List.of("cluster-role.yaml", "cluster-role-binding.yaml")));
    }

    private static Map<String, Object> role() {
        Map<String, Object> body = object("ClusterRole");
        body.put("rules", List.of(
                rule("", "namespaces", "create", "patch"),
                rule("operators.coreos.com", "operatorgroups", "create", "patch"),
                rule("operators.coreos.com", "subscriptions", "create", "patch"),
                rule("operator.openshift.io", "networks", "patch"),
                rule("operator.openshift.io", "machineconfigurations", "create", "patch"),
                rule("machineconfiguration.openshift.io", "machineconfigpools", "patch"),
                rule("machineconfiguration.openshift.io", "machineconfigs", "create", "patch", "delete"),
                rule("nmstate.io", "nmstates", "create", "patch"),
                rule("nmstate.io", "nodenetworkconfigurationpolicies", "create", "patch", "delete")));
        return body;
    }

    private static Map<String, Object> binding(ArgoCd argocd) {
        Map<String, Object> body = object("ClusterRoleBinding");
        body.put("roleRef", Body.map("apiGroup", API_GROUP, "kind", "ClusterRole", "name", NAME));
        body.put("subjects", List.of(Body.map(
                "kind", "ServiceAccount",
                "name", argocd.instance() + "-argocd-application-controller",
                "namespace", argocd.namespace())));
        return body;
    }

    private static Map<String, Object> object(String kind) {
        return Body.map("apiVersion", API_GROUP + "/v1", "kind", kind, "metadata", Body.map("name", NAME));
    }

    private static Map<String, Object> rule(String group, String resource, String... verbs) {
        List<String> all = new ArrayList<>(READ);
        all.addAll(List.of(verbs));
        return Body.map("apiGroups", List.of(group), "resources", List.of(resource), "verbs", all);
    }
}
