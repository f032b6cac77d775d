package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.Stage;
import io.github.ipsecmaven.spec.Acm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Input for the policy generator of Advanced Cluster Management: a policy for each stage, each waiting for the one
 * before. What others own too is {@code musthave}, which adds and changes and removes nothing. What is ours alone is
 * {@code mustonlyhave}: {@code musthave} joins lists whose items have no name, and would keep the old bundle of a
 * renewed certificate beside the new one, under one path.
 *
 * @see <a href="https://github.com/open-cluster-management-io/policy-generator-plugin/blob/main/docs/policygenerator-reference.yaml">policy-generator-plugin, policygenerator-reference.yaml</a>
 * @see <a href="https://github.com/open-cluster-management-io/config-policy-controller/blob/main/controllers/configurationpolicy_controller.go">config-policy-controller, mergeArrays</a>
 */
final class AcmCluster {

    private static final String NETWORK = "10-network";
    private static final String CONFIGS = "11-configs";
    private static final String POOLS = "15-pools";

    private final String cluster;
    private final Stages stages;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Object> policies = new ArrayList<>();

    private AcmCluster(String cluster, Stages stages) {
        this.cluster = cluster;
        this.stages = stages;
    }

    static List<Manifest> of(String cluster, Acm acm, Stages stages, List<AwaitedPool> pools) {
        return new AcmCluster(cluster, stages).manifests(acm, pools);
    }

    private List<Manifest> manifests(Acm acm, List<AwaitedPool> pools) {
        if (!stages.prepare().isEmpty()) {
            part(Stage.PREPARE, Stage.PREPARE, List.of());
            policies.add(policy("prepare", List.of(shared(Stage.PREPARE))));
        }
        policies.add(policy("nodes", nodes()));
        if (!pools.isEmpty()) {
            manifests.addAll(waits(folder() + POOLS + "/", pools));
            Map<String, Object> observed = policy("pools", List.of(shared(POOLS)));
            observed.put("remediationAction", "inform");
            policies.add(observed);
        }
        if (!stages.connections().isEmpty()) {
            part(Stage.CONNECTIONS, Stage.CONNECTIONS, List.of());
            policies.add(policy("connections", List.of(ours(Stage.CONNECTIONS))));
        }
        manifests.add(new Manifest(folder() + "policy-generator.yaml",
                "The stages as policies, in this order, for the one cluster of that name.",
                generator(cluster, acm, policies)));
        manifests.add(new Manifest(folder() + "kustomization.yaml",
                "Needs the policy generator: kustomize build --enable-alpha-plugins.", Body.map(
                        "apiVersion", "kustomize.config.k8s.io/v1beta1",
                        "kind", "Kustomization",
                        "generators", List.of("policy-generator.yaml"))));
        return manifests;
    }

    private List<Object> nodes() {
        List<Manifest> configs = new ArrayList<>();
        List<Manifest> others = new ArrayList<>();
        for (Manifest object : stages.nodes()) {
            (object.kind().equals("MachineConfig") ? configs : others).add(object);
        }
        part(NETWORK, Stage.NODES, configs);
        if (configs.isEmpty()) {
            return List.of(shared(NETWORK));
        }
        part(CONFIGS, Stage.NODES, others);
        return List.of(shared(NETWORK), ours(CONFIGS));
    }

    private static Object shared(String folder) {
        return Body.map("path", folder);
    }

    /** The operators annotate the objects, so that only what we state of the metadata has to be there. */
    private static Object ours(String folder) {
        return Body.map("path", folder, "complianceType", "mustonlyhave", "metadataComplianceType", "musthave");
    }

    /** The generator reads no folder outside its own, but a kustomization inside it may refer to one. */
    private void part(String name, String stage, List<Manifest> without) {
        String tree = "../../../clusters/" + cluster + "/" + stage;
        Manifest whole = Kustomizations.kustomization(folder() + name + "/",
                without.isEmpty() ? "The stage of the cluster's tree." : "The stage of the cluster's tree, in part.",
                List.of(tree));
        if (!without.isEmpty()) {
            whole.body().put("patches", Removal.of(without));
        }
        manifests.add(whole);
    }

    private String folder() {
        return "acm/" + cluster + "/";
    }

    private static Map<String, Object> generator(String cluster, Acm acm, List<Object> policies) {
        return Body.map(
                "apiVersion", "policy.open-cluster-management.io/v1",
                "kind", "PolicyGenerator",
                "metadata", Body.map("name", cluster),
                "placementBindingDefaults", Body.map("name", cluster),
                "policyDefaults", Body.map(
                        "namespace", acm.namespace(),
                        "complianceType", "musthave",
                        "remediationAction", "enforce",
                        "severity", "high",
                        "orderPolicies", true,
                        "pruneObjectBehavior", "None",
                        // The default copies a MachineConfig, with its private keys, into the policy's status.
                        "recordDiff", "None",
                        "placement", Body.map("name", cluster,
                                "labelSelector", Body.map("matchLabels", Body.map("name", acm.cluster())))),
                "policies", policies);
    }

    private Map<String, Object> policy(String name, List<Object> parts) {
        return Body.map("name", cluster + "-" + name, "manifests", parts);
    }

    private static List<Manifest> waits(String folder, List<AwaitedPool> pools) {
        List<Manifest> manifests = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (AwaitedPool pool : pools) {
            String file = pool.name() + ".yaml";
            files.add(file);
            manifests.add(new Manifest(folder + file,
                    "A pool as it has to be before connections come up. Compared, never applied.", wait(pool)));
        }
        manifests.add(Kustomizations.kustomization(folder, "The pools, as they have to be.", files));
        return manifests;
    }

    private static Map<String, Object> wait(AwaitedPool pool) {
        List<Object> sources = new ArrayList<>();
        for (String config : pool.configs()) {
            sources.add(Body.map("apiVersion", pool.apiVersion(), "kind", "MachineConfig", "name", config));
        }
        return Body.map("apiVersion", pool.apiVersion(), "kind", pool.kind(),
                "metadata", Body.map("name", pool.name()),
                "spec", Body.map("paused", false),
                "status", Body.map(
                        "conditions", List.of(condition("Updated", "True"), condition("Updating", "False"),
                                condition("Degraded", "False")),
                        "configuration", Body.map("source", sources)));
    }

    private static Object condition(String type, String status) {
        return Body.map("type", type, "status", status);
    }
}
