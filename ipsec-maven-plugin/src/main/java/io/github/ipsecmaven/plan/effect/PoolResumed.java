package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.previous.Inventory;
import java.util.ArrayList;
import java.util.List;

/** A pool that was paused: what was held back meanwhile is in neither tree's difference. */
public final class PoolResumed implements Evaluator {

    private static final Rule RESUMED = new Rule(
            "a paused pool renders and wants every MachineConfig that comes, and its nodes take them all when it is resumed",
            "openshift/machine-config-operator, docs/MachineConfigController.md");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        for (String name : comparison.pausedBefore()) {
            boolean stays = comparison.poolsAfter().containsKey(name) || comparison.facts().poolNames().contains(name);
            if (stays && !comparison.facts().pool(name).paused()) {
                effects.add(Effect.of(
                        new Subject(Subject.Change.CHANGED, "MachineConfigPool", name,
                                "clusters/" + comparison.facts().name() + "/" + Inventory.FILE),
                        Impact.REBOOT, Scope.pool(name),
                        "nodes of pool " + name + " take what came while it was paused, an upgrade too, with one reboot",
                        RESUMED));
            }
        }
        return effects;
    }
}
