package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import java.util.List;
import java.util.Optional;

/** {@code gatewayConfig.routingViaHost}: whether pods' traffic to the outside passes the node's own network stack. */
public final class GatewayChanged implements Evaluator {

    private static final Rule GATEWAY_MODE = new Rule(
            "the gateway mode is part of ovnkube-node's configuration, and its pods roll out with another",
            "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, bootstrapOVNGatewayConfig");

    private static final Rule DROPPED = new Rule(
            "without gatewayConfig the network operator writes routingViaHost: false back",
            "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, bootstrapOVNGatewayConfig");

    private static final Rule DEFAULT = new Rule(
            "what Network/cluster does not say of routingViaHost is false",
            "openshift/api, operator/v1/types_network.go, GatewayConfig");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        Optional<Boolean> from = comparison.networkBefore().routingViaHost();
        Optional<Boolean> to = comparison.networkAfter().routingViaHost();
        if (from.equals(to)) {
            return List.of();
        }
        if (from.orElse(false).equals(to.orElse(false))) {
            return List.of(Effect.of(NetworkObject.of(comparison), Impact.NOTHING, Scope.CLUSTER,
                    "routingViaHost is false as before", DEFAULT));
        }
        return List.of(Effect.of(NetworkObject.of(comparison), Impact.ROLLOUT, Scope.CLUSTER,
                "ovnkube-node rolls out, and traffic of pods to the outside "
                        + (to.orElse(false) ? "passes" : "no longer passes") + " the node's own network stack",
                to.isPresent() ? GATEWAY_MODE : DROPPED));
    }
}
