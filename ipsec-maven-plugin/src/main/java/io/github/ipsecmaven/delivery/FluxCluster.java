package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.Stage;
import io.github.ipsecmaven.spec.Flux;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Flux syncs to the cluster that it runs on: a Kustomization for each stage, each waiting for the one before. What
 * a Kustomization applied outlives it.
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Flux, Kustomization</a>
 */
final class FluxCluster {

    private static final String PREPARE = "ipsec-prepare";
    private static final String NMSTATE = "ipsec-nmstate";
    private static final String NODES = "ipsec-nodes";
    private static final String CONNECTIONS = "ipsec-connections";

    private final String cluster;
    private final Flux flux;
    private final Stages stages;
    /** Of what has to be there first: what needs the operator's kinds, and what does not. */
    private final List<Manifest> ofOperator = new ArrayList<>();
    private final List<Manifest> withoutOperator = new ArrayList<>();

    private FluxCluster(String cluster, Flux flux, Stages stages) {
        this.cluster = cluster;
        this.flux = flux;
        this.stages = stages;
        for (Manifest object : stages.prepare()) {
            (object.kind().equals("NMState") ? ofOperator : withoutOperator).add(object);
        }
    }

    static List<Manifest> of(String cluster, Flux flux, Stages stages, List<AwaitedPool> pools) {
        return new FluxCluster(cluster, flux, stages).manifests(pools);
    }

    private List<Manifest> manifests(List<AwaitedPool> pools) {
        List<Manifest> objects = new ArrayList<>();
        if (flux.repoURL().isPresent()) {
            objects.add(repository(flux.repoURL().get()));
        }
        if (!stages.prepare().isEmpty()) {
            objects.add(prepare());
        }
        if (!ofOperator.isEmpty()) {
            objects.add(nmstate());
        }
        objects.add(nodes(pools));
        if (!stages.connections().isEmpty()) {
            objects.add(connections());
        }
        List<Manifest> manifests = new ArrayList<>(objects);
        if (!stages.encrypted().isEmpty()) {
            manifests.add(withSealed());
        }
        manifests.add(Kustomizations.kustomization(folder(), "The stages, each of which waits for the one before.",
                files(objects)));
        return manifests;
    }

    private List<String> files(List<Manifest> objects) {
        List<String> files = new ArrayList<>();
        for (Manifest object : objects) {
            files.add(object.path().substring(folder().length()));
        }
        return files;
    }

    private Manifest repository(String url) {
        Map<String, Object> body = object("source.toolkit.fluxcd.io/v1", "GitRepository", flux.sourceRef());
        Map<String, Object> spec = Body.map("interval", "5m", "url", url, "ref", Body.map("branch", flux.branch()));
        if (flux.secretRef().isPresent()) {
            spec.put("secretRef", Body.map("name", flux.secretRef().get()));
        }
        body.put("spec", spec);
        return new Manifest(folder() + "repository.yaml", "Where the trees are.", body);
    }

    /** Flux tries out every object before it applies the first, so what needs the operator's kinds comes apart from it. */
    private Manifest prepare() {
        Map<String, Object> spec = stage(Stage.PREPARE, "30m", List.of());
        leaveOut(ofOperator, spec);
        spec.put("wait", true);
        spec.put("healthCheckExprs", List.of(FluxHealth.subscription()));
        return kustomization(PREPARE, "What has to be there before the nodes change: operators and policies.", spec);
    }

    private Manifest nmstate() {
        Map<String, Object> spec = stage(Stage.PREPARE, "15m", List.of(PREPARE));
        leaveOut(withoutOperator, spec);
        spec.put("wait", true);
        return kustomization(NMSTATE, "The operator's own object, whose kind the operator brings.", spec);
    }

    private Manifest nodes(List<AwaitedPool> pools) {
        Map<String, Object> spec = stage(Stage.NODES, "2h", stages.prepare().isEmpty() ? List.of() : List.of(PREPARE));
        List<Object> checks = new ArrayList<>();
        for (AwaitedPool pool : pools) {
            checks.add(Body.map("apiVersion", pool.apiVersion(), "kind", pool.kind(), "name", pool.name()));
        }
        checks.add(Body.map("apiVersion", "operator.openshift.io/v1", "kind", "Network", "name", "cluster"));
        List<Object> expressions = new ArrayList<>(List.of(FluxHealth.network()));
        if (!pools.isEmpty()) {
            expressions.add(0, FluxHealth.pools(pools));
        }
        if (!stages.encrypted().isEmpty()) {
            spec.put("path", "./" + flux.path().resolve(folder() + Stage.NODES));
            spec.put("decryption", Body.map(
                    "provider", "sops", "secretRef", Body.map("name", flux.decryptionSecret())));
        }
        spec.put("healthChecks", checks);
        spec.put("healthCheckExprs", expressions);
        return kustomization(NODES, "What the nodes hold. Ready when every node of every pool has it.", spec);
    }

    /** Flux decrypts what it has built, so encrypted files stand beside the others. */
    private Manifest withSealed() {
        String stage = "../../../clusters/" + cluster + "/";
        return Kustomizations.kustomization(folder() + Stage.NODES + "/", "The stage of the nodes, with the keys.",
                List.of(stage + Stage.NODES, stage + stages.encrypted().get(0).stage()));
    }

    private Manifest connections() {
        Map<String, Object> spec = stage(Stage.CONNECTIONS, "30m", List.of(NMSTATE, NODES));
        spec.put("wait", true);
        spec.put("healthCheckExprs", List.of(FluxHealth.policy()));
        return kustomization(CONNECTIONS, "The connections.", spec);
    }

    private Map<String, Object> stage(String stage, String timeout, List<String> dependsOn) {
        Map<String, Object> spec = Body.map(
                "interval", "1h",
                "retryInterval", "5m",
                "timeout", timeout,
                "prune", true,
                "deletionPolicy", "Orphan",
                "sourceRef", Body.map("kind", "GitRepository", "name", flux.sourceRef()),
                "path", "./" + flux.path().resolve("clusters/" + cluster + "/" + stage));
        List<Object> before = new ArrayList<>();
        for (String name : dependsOn) {
            before.add(Body.map("name", name));
        }
        if (!before.isEmpty()) {
            spec.put("dependsOn", before);
        }
        return spec;
    }

    private static void leaveOut(List<Manifest> objects, Map<String, Object> spec) {
        if (!objects.isEmpty()) {
            spec.put("patches", Removal.of(objects));
        }
    }

    private Manifest kustomization(String name, String about, Map<String, Object> spec) {
        Map<String, Object> body = object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name);
        body.put("spec", spec);
        return new Manifest(folder() + name + ".yaml", about, body);
    }

    private Map<String, Object> object(String apiVersion, String kind, String name) {
        return Body.map("apiVersion", apiVersion, "kind", kind,
                "metadata", Body.map("name", name, "namespace", flux.namespace()));
    }

    private String folder() {
        return "flux/" + cluster + "/";
    }
}
