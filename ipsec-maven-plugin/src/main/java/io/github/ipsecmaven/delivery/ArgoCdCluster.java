package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Kustomizations;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.spec.ArgoCd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Argo CD syncs to a cluster: its tree, with the waits for its pools between nodes and connections. Waves order
 * the objects of one application only, so the waits are part of the same one.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Argo CD, sync phases and waves</a>
 */
final class ArgoCdCluster {

    /** After the MachineConfigs (0), before the connections (30). */
    private static final String WAVE = "20";

    private ArgoCdCluster() {}

    static List<Manifest> of(String cluster, ArgoCd argocd, Stages stages, List<AwaitedPool> pools) {
        String folder = "argocd/" + cluster + "/";
        List<String> resources = new ArrayList<>(List.of("../../clusters/" + cluster));
        List<Manifest> manifests = new ArrayList<>();
        for (AwaitedPool pool : pools) {
            String file = "wait-" + pool.name() + ".yaml";
            resources.add(file);
            manifests.add(new Manifest(folder + file, "Nothing but a wait: until the nodes of pool " + pool.name()
                    + " have what the annotations name. The pool belongs to others.", wait(pool)));
        }
        Manifest kustomization =
                Kustomizations.kustomization(folder, "The cluster's tree, and the waits for its pools.", resources);
        if (!stages.encrypted().isEmpty()) {
            kustomization.body().put("generators", List.of(Ksops.FILE));
            manifests.add(Ksops.of(folder, cluster, stages.encrypted()));
        }
        manifests.add(kustomization);
        if (argocd.onCluster()) {
            manifests.addAll(application(folder + "application/", cluster, argocd));
        } else {
            manifests.add(new Manifest(folder + ArgoCdFleet.DESTINATION,
                    "What the ApplicationSet reads: the cluster, and where Argo CD finds it.", destination(cluster, argocd)));
        }
        return manifests;
    }

    /**
     * Metadata alone, applied on the server: the health check reads the annotations, and nothing of the pool changes.
     * A wait that is not needed any more is no difference. Each name has a key of its own, for Argo CD's Lua has no {@code string} library to take a list apart.
     */
    private static Map<String, Object> wait(AwaitedPool pool) {
        Map<String, Object> annotations = Body.map(
                "argocd.argoproj.io/compare-options", "IgnoreExtraneous",
                "argocd.argoproj.io/sync-options", "ServerSideApply=true,Prune=false,Delete=false",
                "argocd.argoproj.io/sync-wave", WAVE);
        int number = 0;
        for (String config : pool.configs()) {
            number++;
            annotations.put("ipsec-maven.github.io/await-" + number, config);
        }
        return Body.map("apiVersion", pool.apiVersion(), "kind", pool.kind(),
                "metadata", Body.map("name", pool.name(), "annotations", annotations));
    }

    /** Every instance knows its own cluster by the same name, so an ApplicationSet could not tell such clusters apart. */
    private static List<Manifest> application(String folder, String cluster, ArgoCd argocd) {
        Map<String, Object> body = ArgoCdObjects.object("Application", "ipsec-" + cluster, argocd,
                ArgoCdObjects.comparison(argocd.path().resolve("clusters/" + cluster)));
        body.put("spec", ArgoCdObjects.applicationSpec(argocd, argocd.path().resolve("argocd/" + cluster),
                Body.map(argocd.byUrl() ? "server" : "name", argocd.cluster())));
        return List.of(
                new Manifest(folder + "application.yaml",
                        "Syncs the cluster from the Argo CD that runs on it. Apply it there.", body),
                Kustomizations.kustomization(folder, "The application, for the cluster's own Argo CD.",
                        List.of("application.yaml")));
    }

    private static Map<String, Object> destination(String cluster, ArgoCd argocd) {
        return Body.map("cluster", cluster, "destination", Body.map(
                "name", argocd.byUrl() ? "" : argocd.cluster(),
                "server", argocd.byUrl() ? argocd.cluster() : ""));
    }
}
