package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.plan.effect.DisruptionPolicyChanged;
import io.github.ipsecmaven.plan.effect.EncapsulationChanged;
import io.github.ipsecmaven.plan.effect.EspOffloadChanged;
import io.github.ipsecmaven.plan.effect.GatewayChanged;
import io.github.ipsecmaven.plan.effect.GuardChanged;
import io.github.ipsecmaven.plan.effect.IdentitiesChanged;
import io.github.ipsecmaven.plan.effect.MachineConfigsChanged;
import io.github.ipsecmaven.plan.effect.ModeChanged;
import io.github.ipsecmaven.plan.effect.MtuStageChanged;
import io.github.ipsecmaven.plan.effect.NmstateOperatorChanged;
import io.github.ipsecmaven.plan.effect.OnlyAnnotationsChanged;
import io.github.ipsecmaven.plan.effect.PoolPurged;
import io.github.ipsecmaven.plan.effect.PoolResumed;
import io.github.ipsecmaven.plan.effect.TunnelsChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Says what happens to a cluster that has one tree and is given another. */
public final class Planner {

    /** Every kind of effect. Each looks for changes of its own and knows no other. */
    private static final List<Evaluator> EVALUATORS = List.of(
            new ModeChanged(),
            new EncapsulationChanged(),
            new MtuStageChanged(),
            new GatewayChanged(),
            new DisruptionPolicyChanged(),
            new MachineConfigsChanged(),
            new IdentitiesChanged(),
            new PoolPurged(),
            new PoolResumed(),
            new GuardChanged(),
            new TunnelsChanged(),
            new EspOffloadChanged(),
            new NmstateOperatorChanged(),
            new OnlyAnnotationsChanged());

    private Planner() {}

    /**
     * The plan.
     *
     * @param before what the cluster has; empty where no tree of it was ever merged
     * @param after what it is to have
     */
    public static Plan plan(Optional<ClusterState> before, ClusterState after, ClusterFacts facts) {
        Comparison comparison = new Comparison(before, after, facts);
        List<Effect> effects = new ArrayList<>();
        EVALUATORS.forEach(evaluator -> effects.addAll(evaluator.evaluate(comparison)));
        Collections.sort(effects);
        return new Plan(
                facts.name(),
                effects,
                Rollouts.of(comparison, effects),
                CertificateChanges.of(comparison),
                comparison.otherFiles(),
                Unknowns.of(comparison, effects));
    }
}
