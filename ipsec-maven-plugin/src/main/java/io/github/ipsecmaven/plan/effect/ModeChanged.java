package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.plan.ClusterFacts;
import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.machineconfig.PoolUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ipsecConfig.mode} of Network/cluster: what the cluster network operator adds and takes away. */
public final class ModeChanged implements Evaluator {

    private static final String RENDER = "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, shouldRenderIPsec";

    private static final Rule EXTENSION = new Rule(
            "the network operator adds or removes the MachineConfigs 80-ipsec-master-extensions and "
                    + "80-ipsec-worker-extensions, and a change of extensions reboots whatever the policy",
            "openshift/cluster-network-operator, bindata/network/ovn-kubernetes/common/80-ipsec-worker-extensions.yaml, and "
                    + "openshift/machine-config-operator, pkg/daemon/update.go");

    private static final Rule DAEMONSETS = new Rule(
            "OVN's own ipsec option changes, and with it the pods that serve it", RENDER);

    private static final Rule CLEANUP = new Rule(
            "the container ovn-ipsec-cleanup flushes the kernel's states and policies and restarts ipsec",
            "openshift/cluster-network-operator, bindata/network/ovn-kubernetes/common/ipsec-host.yaml");

    private static final Rule CRYPTO_POLICY = new Rule(
            "the container ovn-ipsec takes the system's crypto policy out of /etc/ipsec.conf and restarts ipsec, once on each node",
            "openshift/cluster-network-operator, bindata/network/ovn-kubernetes/common/ipsec-host.yaml");

    private static final Rule HOSTED = new Rule("with a hosted control plane the operator renders no MachineConfig", RENDER);

    private static final Rule OWN = new Rule(
            "where MachineConfigs of the cluster's own bring libreswan, the operator renders none",
            "openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go, isUserDefinedIPsecMachineConfigPresent");

    private static final Rule IN_PODS = new Rule("before 4.15 libreswan runs in pods only", RENDER);

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        String from = comparison.networkBefore().mode();
        String to = comparison.networkAfter().mode();
        List<Effect> effects = new ArrayList<>();
        if (from.equals(to)) {
            return effects;
        }
        Subject network = NetworkObject.of(comparison);
        if (from.equals("Disabled") || to.equals("Disabled")) {
            effects.add(withoutExtension(comparison.facts())
                    .map(rule -> Effect.of(network, Impact.NOTHING, Scope.CLUSTER, "no node reboots for mode " + to, rule))
                    .orElseGet(() -> Effect.of(network, Impact.REBOOT, Scope.pools(extended(comparison)),
                            "every node reboots " + (to.equals("Disabled") ? "without" : "with")
                                    + " the ipsec extension, as the mode goes from " + from + " to " + to, EXTENSION)));
        }
        if (from.equals("Full") || to.equals("Full")) {
            effects.add(Effect.of(network, Impact.ROLLOUT, Scope.CLUSTER,
                    "ovnkube-node and the pods of pod-to-pod IPsec roll out, as traffic between pods "
                            + (to.equals("Full") ? "becomes encrypted" : "is encrypted no longer"), DAEMONSETS));
        }
        restart(from, to, comparison).map(rule -> Effect.of(network, Impact.INTERRUPTION, Scope.tunnels(comparison.tunnels()),
                "tunnels to remotes drop for a moment on each node", rule)).ifPresent(effects::add);
        return effects;
    }

    /** The pools that take one of the operator's two MachineConfigs, which an arbiter does not. */
    private static List<String> extended(Comparison comparison) {
        return comparison.poolNames().stream()
                .filter(pool -> PoolUpdate.selects(pool, "master") || PoolUpdate.selects(pool, "worker")).toList();
    }

    /** Why the libreswan of tunnels that are up restarts, by itself and not with its node. */
    private static Optional<Rule> restart(String from, String to, Comparison comparison) {
        if (comparison.tunnels().isEmpty() || !comparison.facts().release().fullRestartsLibreswan()) {
            return Optional.empty();
        }
        return from.equals("Full") ? Optional.of(CLEANUP) : Optional.of(CRYPTO_POLICY).filter(rule -> to.equals("Full"));
    }

    /** Why the mode changes no MachineConfig. */
    private static Optional<Rule> withoutExtension(ClusterFacts facts) {
        if (facts.hosted()) {
            return Optional.of(HOSTED);
        }
        if (facts.ownLibreswan()) {
            return Optional.of(OWN);
        }
        return facts.release().ipsecConfig() == IpsecConfigForm.MODE ? Optional.empty() : Optional.of(IN_PODS);
    }
}
