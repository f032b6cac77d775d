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
import java.util.Map;

/** The policies that keep interfaces from processing ESP in hardware. */
public final class EspOffloadChanged implements Evaluator {

    private static final Rule FEATURES = new Rule(
            "nmstate sets the features of the interfaces, and rolls all of the policy back where one of them is fixed",
            "nmstate 2.2.39, measured");
    private static final Rule NOT_REVERTED = new Rule(
            "a policy that goes takes nothing back", "nmstate/kubernetes-nmstate, pull request 1395");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.added(object -> isOffload(object)).forEach(object -> effects.add(set(Subject.added(object), object)));
        comparison.changed(object -> isOffload(object)).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> effects.add(set(Subject.changed(changed.after()), changed.after())));
        comparison.removed(object -> isOffload(object)).forEach(object -> effects.add(Effect.of(
                Subject.removed(object), Impact.REMAINS, Scope.node(node(object)),
                "interfaces of node " + node(object) + " keep their ESP offload as it is", NOT_REVERTED)));
        return effects;
    }

    private static Effect set(Subject subject, PastObject object) {
        return Effect.of(subject, Impact.SETUP, Scope.node(node(object)),
                "ESP offload of interfaces of node " + node(object) + " is set", FEATURES);
    }

    private static String node(PastObject object) {
        return object.spec().get("nodeSelector") instanceof Map<?, ?> selector
                ? String.valueOf(selector.get("kubernetes.io/hostname"))
                : "";
    }

    private static boolean isOffload(PastObject object) {
        return object.kind().equals("NodeNetworkConfigurationPolicy")
                && object.spec().get("desiredState") instanceof Map<?, ?> state
                && state.get("interfaces") instanceof List<?> interfaces
                && interfaces.stream().allMatch(one -> one instanceof Map<?, ?> map && "ethernet".equals(map.get("type")));
    }
}
