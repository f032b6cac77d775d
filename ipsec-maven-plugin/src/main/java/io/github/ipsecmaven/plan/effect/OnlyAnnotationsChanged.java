package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Comparison.Changed;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import java.util.List;

/** Objects of which only annotations change. */
public final class OnlyAnnotationsChanged implements Evaluator {

    private static final Rule GENERATION = new Rule(
            "operators act on a new generation, and only a change of the spec makes one",
            "Kubernetes API conventions, metadata.generation");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        return comparison.changed(object -> true).stream().filter(Changed::onlyAnnotations)
                .map(changed -> Effect.of(Subject.changed(changed.after()), Impact.NOTHING, Scope.CLUSTER,
                        "only annotations change", GENERATION))
                .toList();
    }
}
