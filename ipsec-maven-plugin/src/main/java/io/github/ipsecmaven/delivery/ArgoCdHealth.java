package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.ShippedText;
import io.github.ipsecmaven.spec.ArgoCd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Health checks for the kinds of which Argo CD knows none (NodeNetworkConfigurationPolicy: before 3.4). Without one an
 * object counts as healthy at once, and the next wave starts.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/health/">Argo CD, resource health</a>
 */
final class ArgoCdHealth {

    /** The kinds; a resource {@code <kind>.lua} judges each. */
    private static final List<Check> CHECKS = List.of(
            new Check("machineconfiguration.openshift.io", "MachineConfigPool"),
            new Check("nmstate.io", "NMState"),
            new Check("nmstate.io", "NodeNetworkConfigurationPolicy"),
            new Check("operator.openshift.io", "MachineConfiguration"),
            new Check("operator.openshift.io", "Network"));

    private ArgoCdHealth() {}

    private record Check(String group, String kind) {

        /** As the ArgoCD resource lists it, and so an entry of a patch. */
        Map<String, Object> entry() {
            return Body.map("group", group, "kind", kind, "check", script());
        }

        String script() {
            return ShippedText.beside(ArgoCdHealth.class, kind + ".lua");
        }
    }

    static List<Manifest> of(String folder, ArgoCd argocd) {
        List<Manifest> manifests = new ArrayList<>(openshift(folder + "openshift/", argocd));
        manifests.addAll(upstream(folder + "upstream/", argocd));
        return manifests;
    }

    /**
     * For an instance that the operator runs. The list has one owner as a whole: where it has one already (recent
     * releases of OpenShift GitOps put a check of Subscription there), a server-side apply is refused as a conflict, and
     * must not be forced.
     */
    private static List<Manifest> openshift(String folder, ArgoCd argocd) {
        Map<String, Object> body = Body.map("apiVersion", "argoproj.io/v1beta1", "kind", "ArgoCD",
                "metadata", Body.map("name", argocd.instance(), "namespace", argocd.namespace()),
                "spec", Body.map("resourceHealthChecks", entries()));
        return List.of(
                new Manifest(folder + "argocd.yaml", """
                        Part of the instance: oc apply --server-side -k . (without --force-conflicts). A conflict means that
                        the list has an owner: append these entries to the list where that owner keeps it.""", body),
                Kustomizations.kustomization(folder, "The health checks, for an instance that the operator runs.",
                        List.of("argocd.yaml")));
    }

    private static List<Object> entries() {
        List<Object> entries = new ArrayList<>();
        for (Check check : CHECKS) {
            entries.add(check.entry());
        }
        return entries;
    }

    /** For an instance without the operator, which would take this back. */
    private static List<Manifest> upstream(String folder, ArgoCd argocd) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Check check : CHECKS) {
            data.put("resource.customizations.health." + check.group() + "_" + check.kind(), check.script());
        }
        Map<String, Object> body = Body.map("apiVersion", "v1", "kind", "ConfigMap",
                "metadata", Body.map("name", "argocd-cm", "namespace", argocd.namespace()),
                "data", data);
        return List.of(
                new Manifest(folder + "argocd-cm.yaml",
                        "Part of Argo CD's own config map: kubectl apply --server-side -k .", body),
                Kustomizations.kustomization(folder, "The health checks, for an instance without the operator.",
                        List.of("argocd-cm.yaml")));
    }
}
