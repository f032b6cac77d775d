package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Node;
import java.util.ArrayList;
import java.util.List;

/** From the spec of a cluster, checked, to the objects of its tree. */
public final class Manifests {

    private Manifests() {}

    /** The objects that the cluster syncs, in the order of its stages. */
    public static List<Manifest> objects(ClusterSpec spec, Release release, Credentials credentials) {
        List<Manifest> objects = new ArrayList<>();
        if (!spec.connections().isEmpty() || !spec.espOffloadNodes().isEmpty()) {
            objects.addAll(OperatorManifests.all());
        }
        List<PoolImports> pools = PoolImports.of(spec, credentials);
        List<GuardedPool> guards = spec.guardedPools();
        if (spec.rebootOnRotation().isPresent()) {
            objects.add(DisruptionPolicyManifest.of(spec.rebootOnRotation().get(), !guards.isEmpty()));
        }
        objects.add(NetworkManifest.of(spec, release));
        for (PoolImports pool : pools) {
            objects.addAll(MachineConfigManifests.of(pool, credentials));
        }
        for (GuardedPool pool : guards) {
            objects.add(GuardManifest.of(pool));
        }
        for (Node node : spec.espOffloadNodes()) {
            objects.add(EspOffloadManifest.of(node));
        }
        for (Connection connection : spec.connections()) {
            objects.add(connection(connection, spec, credentials));
        }
        return objects;
    }

    /**
     * The kustomizations that list those objects.
     *
     * @param objects in clear
     * @param encrypted they have a kustomization that no other one lists
     */
    public static List<Manifest> kustomizations(List<Manifest> objects, List<Manifest> encrypted) {
        return Kustomizations.of(objects, encrypted);
    }

    private static Manifest connection(Connection connection, ClusterSpec spec, Credentials credentials) {
        if (connection.absent()) {
            return ConnectionManifest.absent(connection);
        }
        OpenedBundle identity = credentials.identityOf(connection.node(), spec).orElseThrow();
        return ConnectionManifest.live(connection, connection.tunnel().orElseThrow(), identity);
    }
}
