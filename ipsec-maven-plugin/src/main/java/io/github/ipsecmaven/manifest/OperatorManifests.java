package io.github.ipsecmaven.manifest;

import java.util.List;
import java.util.Map;

/**
 * The NMState operator, which applies the connections on the nodes.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/networking_operators/k8s-nmstate-about-the-k8s-nmstate-operator">Installing the Kubernetes NMState Operator</a>
 */
final class OperatorManifests {

    private static final String NAMESPACE = "openshift-nmstate";
    private static final String OPERATOR = "kubernetes-nmstate-operator";

    private OperatorManifests() {}

    static List<Manifest> all() {
        return List.of(namespace(), operatorGroup(), subscription(), nmstate());
    }

    private static Manifest namespace() {
        Map<String, Object> body = Body.object("v1", "Namespace", NAMESPACE, Annotations.wave(-30).outlivesTree());
        return manifest("nmstate-namespace", "The namespace of the NMState operator.", body);
    }

    private static Manifest operatorGroup() {
        Map<String, Object> body = namespaced("operators.coreos.com/v1", "OperatorGroup", NAMESPACE, -29);
        body.put("spec", Body.map("targetNamespaces", List.of(NAMESPACE)));
        return manifest("nmstate-operatorgroup", "The NMState operator watches its own namespace.", body);
    }

    private static Manifest subscription() {
        Map<String, Object> body = namespaced("operators.coreos.com/v1alpha1", "Subscription", OPERATOR, -28);
        body.put("spec", Body.map(
                "channel", "stable",
                "installPlanApproval", "Automatic",
                "name", OPERATOR,
                "source", "redhat-operators",
                "sourceNamespace", "openshift-marketplace"));
        return manifest("nmstate-subscription", "Installs the NMState operator and keeps it up to date.", body);
    }

    private static Manifest nmstate() {
        Map<String, Object> body = Body.object(
                "nmstate.io/v1", "NMState", "nmstate", Annotations.wave(-20).ofOperator().outlivesTree());
        return manifest("nmstate", "Starts NMState on the nodes. The operator keeps one instance, the oldest.", body);
    }

    private static Map<String, Object> namespaced(String apiVersion, String kind, String name, int wave) {
        return Body.map("apiVersion", apiVersion, "kind", kind, "metadata", Body.map(
                "name", name,
                "namespace", NAMESPACE,
                "annotations", Annotations.wave(wave).outlivesTree().asMap()));
    }

    private static Manifest manifest(String file, String about, Map<String, Object> body) {
        return new Manifest(Stage.PREPARE + "/" + file + ".yaml", about, body);
    }
}
