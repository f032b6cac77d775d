package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import java.util.List;
import java.util.Optional;

/** {@code ipsecConfig.full.encapsulation}: how pod-to-pod ESP travels. */
public final class EncapsulationChanged implements Evaluator {

    private static final String PLATFORM_DEFAULT = "Auto";

    private static final Rule OPTION = new Rule(
            "OVN's option ipsec_encapsulation follows the field, and the connections between nodes are written anew",
            "openshift/cluster-network-operator, bindata/network/ovn-kubernetes/common/008-script-lib.yaml");

    private static final Rule CO_OWNED = new Rule(
            "the network operator owns every field that was there once, so one that is merely left out stays",
            "openshift/cluster-network-operator, pkg/controller/operconfig/cluster.go, UpdateOperConfig");

    private static final Rule DEFAULT = new Rule(
            "what Network/cluster does not say of encapsulation is " + PLATFORM_DEFAULT,
            "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, renderOVNKubernetes");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        Optional<String> from = comparison.networkBefore().encapsulation();
        Optional<String> to = comparison.networkAfter().encapsulation();
        boolean full = comparison.networkBefore().mode().equals("Full") && comparison.networkAfter().mode().equals("Full");
        if (!full || from.equals(to)) {
            return List.of();
        }
        if (from.orElse(PLATFORM_DEFAULT).equals(to.orElse(PLATFORM_DEFAULT))) {
            return List.of(Effect.of(NetworkObject.of(comparison), Impact.NOTHING, Scope.CLUSTER,
                    "encapsulation is " + PLATFORM_DEFAULT + " as before", DEFAULT));
        }
        if (to.isEmpty()) {
            return List.of(Effect.of(NetworkObject.of(comparison), Impact.REMAINS, Scope.CLUSTER,
                    "encapsulation " + from.get() + " stays on the cluster", CO_OWNED));
        }
        return List.of(Effect.of(NetworkObject.of(comparison), Impact.ROLLOUT, Scope.CLUSTER,
                "ovnkube-node rolls out, and tunnels between pods are negotiated anew with encapsulation " + to.get()
                        + "; those to remotes are not touched", OPTION));
    }
}
