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
 * before. Everything is {@code musthave}: the other compliance types would empty or delete what others own too.
 *
 * @see <a href="https://github.com/open-cluster-management-io/policy-generator-plugin/blob/main/docs/policygenerator-reference.yaml">policy-generator-plugin, policygenerator-reference.yaml</a>
 */
final class AcmCluster {

    private static final String POOLS = "15-pools";

    private AcmCluster() {}

    static List<Manifest> of(String cluster, Acm acm, Stages stages, List<AwaitedPool> pools) {
        String folder = "acm/" + cluster + "/";
        List<Manifest> manifests = new ArrayList<>();
        List<Object> policies = new ArrayList<>();
        if (!stages.prepare().isEmpty()) {
            manifests.add(stage(folder, Stage.PREPARE, cluster));
            policies.add(policy(cluster, "prepare", Stage.PREPARE));
        }
        manifests.add(stage(folder, Stage.NODES, cluster));
        policies.add(policy(cluster, "nodes", Stage.NODES));
        if (!pools.isEmpty()) {
            manifests.addAll(waits(folder + POOLS + "/", pools));
            Map<String, Object> observed = policy(cluster, "pools", POOLS);
            observed.put("remediationAction", "inform");
            policies.add(observed);
        }
        if (!stages.connections().isEmpty()) {
            manifests.add(stage(folder, Stage.CONNECTIONS, cluster));
            policies.add(policy(cluster, "connections", Stage.CONNECTIONS));
        }
        manifests.add(new Manifest(folder + "policy-generator.yaml",
                "The stages as policies, in this order, for the one cluster of that name.", generator(cluster, acm, policies)));
        manifests.add(new Manifest(folder + "kustomization.yaml",
                "Needs the policy generator: kustomize build --enable-alpha-plugins.", Body.map(
                        "apiVersion", "kustomize.config.k8s.io/v1beta1",
                        "kind", "Kustomization",
                        "generators", List.of("policy-generator.yaml"))));
        return manifests;
    }

    /** The generator reads no folder outside its own, but a kustomization inside it may refer to one. */
    private static Manifest stage(String folder, String stage, String cluster) {
        return Kustomizations.kustomization(folder + stage + "/", "The stage of the cluster's tree.",
                List.of("../../../clusters/" + cluster + "/" + stage));
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

    private static Map<String, Object> policy(String cluster, String name, String folder) {
        return Body.map("name", cluster + "-" + name, "manifests", List.of(Body.map("path", folder)));
    }

    private static List<Manifest> waits(String folder, List<AwaitedPool> pools) {
        List<Manifest> manifests = new ArrayList<>();
        for (AwaitedPool pool : pools) {
            manifests.add(new Manifest(folder + pool.name() + ".yaml",
                    "A pool as it has to be before connections come up. Compared, never applied.", wait(pool)));
        }
        manifests.add(Kustomizations.kustomization(folder, "The pools, as they have to be.",
                pools.stream().map(pool -> pool.name() + ".yaml").toList()));
        return manifests;
    }

    private static Map<String, Object> wait(AwaitedPool pool) {
        List<Object> sources = new ArrayList<>();
        pool.configs().forEach(config -> sources.add(
                Body.map("apiVersion", pool.apiVersion(), "kind", "MachineConfig", "name", config)));
        return Body.map("apiVersion", pool.apiVersion(), "kind", pool.kind(),
                "metadata", Body.map("name", pool.name()),
                "status", Body.map(
                        "conditions", List.of(Body.map("type", "Updated", "status", "True")),
                        "configuration", Body.map("source", sources)));
    }
}
