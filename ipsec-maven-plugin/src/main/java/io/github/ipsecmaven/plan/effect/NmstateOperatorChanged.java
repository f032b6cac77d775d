package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The NMState operator's objects. */
public final class NmstateOperatorChanged implements Evaluator {

    private static final Set<String> KINDS = Set.of("Namespace", "OperatorGroup", "Subscription", "NMState");

    private static final Rule INSTALLED = new Rule(
            "the lifecycle manager installs what the subscription names; policies of tunnels have no kind before it runs",
            "OpenShift's documentation, Installing the Kubernetes NMState Operator");
    private static final Rule KEPT = new Rule(
            "its annotations forbid every engine to prune it, because other policies may need the operator",
            "OpenShift's documentation, Installing the Kubernetes NMState Operator");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.added(NmstateOperatorChanged::isOfOperator).forEach(object -> effects.add(
                Effect.of(Subject.added(object), Impact.SETUP, Scope.CLUSTER, "the NMState operator is installed", INSTALLED)));
        comparison.changed(NmstateOperatorChanged::isOfOperator).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> effects.add(Effect.of(Subject.changed(changed.after()), Impact.SETUP, Scope.CLUSTER,
                        "the NMState operator is set up anew", INSTALLED)));
        comparison.removed(NmstateOperatorChanged::isOfOperator).forEach(object -> effects.add(
                Effect.of(Subject.removed(object), Impact.REMAINS, Scope.CLUSTER, "the NMState operator stays installed", KEPT)));
        return effects;
    }

    private static boolean isOfOperator(PastObject object) {
        return KINDS.contains(object.kind());
    }
}
