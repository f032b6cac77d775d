package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ArgoCd;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Delivery;
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
        Delivery delivery = spec.delivery();
        List<Manifest> delivered = new ArrayList<>();
        if (delivery.argocd().isPresent()) {
            delivered.addAll(ArgoCdCluster.of(spec.name(), delivery.argocd().get(), stages, pools));
        }
        if (delivery.flux().isPresent()) {
            delivered.addAll(FluxCluster.of(spec.name(), delivery.flux().get(), stages, pools));
        }
        if (delivery.acm().isPresent()) {
            delivered.addAll(AcmCluster.of(spec.name(), delivery.acm().get(), stages, pools));
        }
        return delivered;
    }

    /** What an Argo CD instance needs for the whole fleet. It depends on no cluster, so that a run may leave some out. */
    public static List<Manifest> fleet(ArgoCd argocd) {
        return ArgoCdFleet.of(argocd);
    }
}
