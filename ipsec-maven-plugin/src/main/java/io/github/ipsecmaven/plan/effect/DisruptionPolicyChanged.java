package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.openshift.NodeDisruptionPolicy;
import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.machineconfig.DisruptionPolicy;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MachineConfiguration/cluster: what later changes of files and units do to nodes. */
public final class DisruptionPolicyChanged implements Evaluator {

    private static final Rule LATER = new Rule(
            "the policy counts for updates that begin after the operator has observed it, for which a node waits two minutes",
            "openshift/machine-config-operator, pkg/daemon/update.go, calculatePostConfigChangeNodeDisruptionAction");

    private static final Rule NOT_YET = new Rule(
            "node disruption policies are generally available from 4.17 on",
            "openshift/machine-config-operator, docs/NodeDisruptionPolicy.md");

    private static final Rule REFUSED = new Rule(
            "the API server checks the policy before the operator sees it",
            "openshift/api, operator/v1/types_machineconfiguration.go");

    private static final Rule SHARED = new Rule(
            "the object is the operator's too, so no engine may prune it, and what it says stays",
            "openshift/machine-config-operator, docs/NodeDisruptionPolicy.md");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.added(DisruptionPolicyChanged::isPolicy).forEach(object ->
                effects.add(effect(Subject.added(object), object, comparison)));
        comparison.changed(DisruptionPolicyChanged::isPolicy).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> effects.add(effect(Subject.changed(changed.after()), changed.after(), comparison)));
        comparison.removed(DisruptionPolicyChanged::isPolicy).forEach(object -> effects.add(Effect.of(
                Subject.removed(object), Impact.REMAINS, Scope.CLUSTER, "the policy stays on the cluster", SHARED)));
        return effects;
    }

    private static Effect effect(Subject subject, PastObject object, Comparison comparison) {
        DisruptionPolicy policy = DisruptionPolicy.of((Map<?, ?>) object.spec().get("nodeDisruptionPolicy"));
        if (policy.refusal().isPresent()) {
            return Effect.of(subject, Impact.REFUSED, Scope.CLUSTER, policy.refusal().get(), REFUSED);
        }
        if (comparison.facts().release().nodeDisruptionPolicy() != NodeDisruptionPolicy.GENERAL) {
            return Effect.of(subject, Impact.NOTHING, Scope.CLUSTER,
                    "the policy does not count in " + comparison.facts().version(), NOT_YET);
        }
        boolean empty = policy.files().isEmpty() && policy.units().isEmpty();
        return Effect.of(subject, Impact.SETUP, Scope.CLUSTER, empty
                ? "from now on every changed file or unit reboots its pool"
                : "from now on what the policy covers restarts services, and reboots nobody", LATER);
    }

    private static boolean isPolicy(PastObject object) {
        return object.kind().equals("MachineConfiguration");
    }
}
