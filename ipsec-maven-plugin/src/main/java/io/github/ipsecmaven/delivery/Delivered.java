package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ArgoCd;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** From a cluster's objects to those of the engines that its spec names. Paths are relative to the output directory. */
public final class Delivered {

    private Delivered() {}

    /**
     * What delivers one cluster.
     *
     * @param objects in clear
     * @param encrypted those that are encrypted, at the paths of their files
     */
    public static List<Manifest> cluster(
            ClusterSpec spec, Release release, List<Manifest> objects, List<Manifest> encrypted) {
        Stages stages = Stages.of(objects, encrypted);
        List<AwaitedPool> pools = AwaitedPool.of(spec, release);
        List<Manifest> delivered = new ArrayList<>();
        spec.delivery().argocd().ifPresent(argocd -> delivered.addAll(ArgoCdCluster.of(spec.name(), argocd, stages, pools)));
        spec.delivery().flux().ifPresent(flux -> delivered.addAll(FluxCluster.of(spec.name(), flux, stages, pools)));
        spec.delivery().acm().ifPresent(acm -> delivered.addAll(AcmCluster.of(spec.name(), acm, stages, pools)));
        return delivered;
    }

    /** What an Argo CD instance needs for the whole fleet. It depends on no cluster, so that a run may leave some out. */
    public static List<Manifest> fleet(ArgoCd argocd) {
        return ArgoCdFleet.of(argocd);
    }
}
