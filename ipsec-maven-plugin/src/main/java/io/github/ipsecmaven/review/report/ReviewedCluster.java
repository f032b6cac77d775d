package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.plan.ClusterState;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cluster that compiled, as far as reviewers want to know of it.
 *
 * @param before what the tree gave it that the new one is compared with; empty where there was none
 * @param after what its tree gives it now
 * @param plan what merging does to it
 */
public record ReviewedCluster(
        ClusterSpec spec, Credentials credentials, Optional<ClusterState> before, ClusterState after, Plan plan) {

    String name() {
        return spec.name();
    }

    /** The file of its spec, absolute. */
    Path file() {
        return spec.section().at().source().file();
    }
}
