package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.previous.Inventory.PastMtuChange;
import java.util.List;
import java.util.Optional;

/** The stages of a change of the cluster network's MTU. */
public final class MtuStageChanged implements Evaluator {

    private static final Rule STAGES = new Rule(
            "the Machine Config Operator puts mtu-migration.service on every node for the migration and takes it away at its end",
            "openshift/cluster-network-operator, README.md, and OpenShift's documentation, Changing the MTU for the cluster network");

    private static final Rule UNSAFE = new Rule(
            "without a migration any change of the MTU is refused: cannot change ovn-kubernetes MTU without migration",
            "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, isOVNKubernetesChangeSafe");

    private static final Rule FINISHED = new Rule(
            "the MTU is the cluster's by now, and a field that is merely left out stays",
            "openshift/cluster-network-operator, pkg/controller/operconfig/cluster.go, UpdateOperConfig");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        Optional<PastMtuChange> from = comparison.networkBefore().mtuChange();
        Optional<PastMtuChange> to = comparison.networkAfter().mtuChange();
        if (from.equals(to)) {
            return List.of();
        }
        Subject network = NetworkObject.of(comparison);
        if (to.isEmpty()) {
            return List.of(from.get().stage().equals("finalise")
                    ? Effect.of(network, Impact.NOTHING, Scope.CLUSTER, "the MTU stays " + from.get().to(), FINISHED)
                    : Effect.of(network, Impact.REFUSED, Scope.CLUSTER,
                            "the migration to MTU " + from.get().to() + " ends half-way", UNSAFE));
        }
        boolean unannounced = to.get().stage().equals("finalise")
                && !from.equals(Optional.of(new PastMtuChange(to.get().to(), "migrate")));
        if (unannounced) {
            return List.of(Effect.of(network, Impact.REFUSED, Scope.CLUSTER,
                    "MTU " + to.get().to() + " comes without a migration to it", UNSAFE));
        }
        return List.of(Effect.of(network, Impact.REBOOT, Scope.pools(comparison.poolNames()),
                "every node reboots for the stage " + to.get().stage() + " of MTU " + to.get().to(), STAGES));
    }
}
