package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.plan.ClusterState;
import io.github.ipsecmaven.plan.Plan;
import java.util.Optional;

/**
 * A compiled cluster, and what merging it does.
 *
 * @param before the tree that it was compared with; empty where there was none
 * @param after its compiled tree
 */
public record PlannedCluster(ClusterTree cluster, Optional<ClusterState> before, ClusterState after, Plan plan) {}
