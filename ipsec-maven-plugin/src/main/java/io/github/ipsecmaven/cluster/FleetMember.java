package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.ArgoCd;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.Optional;

/**
 * What a run keeps of a compiled cluster when its tree is written: what the fleet has to agree on, and what the user is
 * told.
 *
 * @param name the cluster's name
 * @param namedAt where the spec says so
 * @param deliveredAt where the spec says how Argo CD delivers it
 * @param argocd how Argo CD delivers it, where it does
 * @param summary what the cluster consists of, for the user: {@code prod: 2 nodes, 1 remote, 2 connections}
 * @param files how many files its tree has
 */
public record FleetMember(
        String name, Position namedAt, Position deliveredAt, Optional<ArgoCd> argocd, String summary, int files) {

    public static FleetMember of(ClusterTree tree) {
        ClusterSpec spec = tree.spec();
        return new FleetMember(
                spec.name(),
                spec.section().section("metadata").at("name"),
                spec.section().section("delivery").keyAt("argocd"),
                spec.delivery().argocd(),
                tree.summary(),
                tree.files().size());
    }
}
