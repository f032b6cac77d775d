package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.plan.machineconfig.Action;
import io.github.ipsecmaven.plan.machineconfig.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Adds up what shares a reboot. The tree's own MachineConfigs reboot a pool once. What an operator renders because of
 * the tree arrives later: with them where the pool is paused until both are there, else in a second round.
 */
final class Rollouts {

    private Rollouts() {}

    static List<Rollout> of(Comparison comparison, List<Effect> effects) {
        List<Rollout> rollouts = new ArrayList<>();
        for (String pool : comparison.poolNames()) {
            rollout(pool, comparison, effects).ifPresent(rollouts::add);
        }
        return rollouts;
    }

    private static Optional<Rollout> rollout(String pool, Comparison comparison, List<Effect> effects) {
        Verdict verdict = comparison.verdicts().get(pool);
        List<Effect> reboots = reaching(pool, effects, Impact.REBOOT);
        long operators = reboots.stream().filter(effect -> !effect.subject().kind().equals("MachineConfig")).count();
        int times = verdict.reboots() ? 1 : 0;
        int unlessPaused = times + (int) operators;
        boolean updates = verdict.newRendered() && verdict.stage() == Verdict.Stage.DONE
                && reaching(pool, effects, Impact.REFUSED).isEmpty();
        ClusterFacts.Pool known = comparison.facts().pool(pool);
        if (unlessPaused == 0 && !(updates && works(verdict)) || known.nodes().equals(OptionalInt.of(0))) {
            return Optional.empty();
        }
        List<Effect> causes = unlessPaused > 0 ? reboots : reaching(pool, effects, Impact.RESTART);
        return Optional.of(new Rollout(
                pool,
                Math.min(unlessPaused, 1),
                unlessPaused,
                unlessPaused > 0 ? List.of() : verdict.steps(),
                comparison.facts().drains() && (unlessPaused > 0 || verdict.drain()),
                known.paused(),
                Estimate.of(known.nodes(), known.maxUnavailable()),
                comparison.tunnelsOfPool(pool),
                causes.stream().map(Effect::subject).sorted().distinct().toList()));
    }

    private static boolean works(Verdict verdict) {
        return verdict.actions().stream().anyMatch(action -> !action.equals(Action.NONE));
    }

    private static List<Effect> reaching(String pool, List<Effect> effects, Impact impact) {
        return effects.stream()
                .filter(effect -> effect.impact() == impact && effect.scope().pools().contains(pool)).toList();
    }
}
