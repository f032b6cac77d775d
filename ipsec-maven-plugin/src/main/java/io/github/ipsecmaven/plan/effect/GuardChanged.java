package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.machineconfig.MachineConfig;
import io.github.ipsecmaven.plan.machineconfig.PoolUpdate;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guard of a pool, which lets its nodes reach remotes through tunnels or not at all. */
public final class GuardChanged implements Evaluator {

    private static final String UNIT = "ipsec-guard.service";

    private static final Rule DROPS = new Rule(
            "the guard drops what would leave a node unencrypted for a guarded network, also while its tunnel is down",
            "measured with nftables and libreswan 4.10 and 5.2");
    private static final Rule LOADED = new Rule(
            "a removed unit is not stopped, so the loaded rules stay until the node reboots",
            "openshift/machine-config-operator, pkg/daemon/update.go, deleteStaleData");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.added(GuardChanged::isGuard).forEach(object ->
                effects.add(effect(Subject.added(object), object, comparison)));
        comparison.changed(GuardChanged::isGuard).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> effects.add(effect(Subject.changed(changed.after()), changed.after(), comparison)));
        comparison.removed(GuardChanged::isGuard).stream()
                .filter(object -> !comparison.guardsBefore().getOrDefault(pool(object), List.of()).isEmpty())
                .forEach(object -> effects.add(Effect.of(
                        Subject.removed(object), Impact.REMAINS, Scope.pool(pool(object)),
                        "the guard of pool " + pool(object) + " stays loaded until a node reboots", LOADED)));
        return effects;
    }

    private static Effect effect(Subject subject, PastObject object, Comparison comparison) {
        String pool = pool(object);
        List<String> before = comparison.guardsBefore().getOrDefault(pool, List.of());
        List<String> after = comparison.guardsAfter().getOrDefault(pool, List.of());
        List<String> sayings = new ArrayList<>();
        without(after, before).ifPresent(networks ->
                sayings.add("drops traffic with " + networks + " unless the tunnel is up"));
        without(before, after).ifPresent(networks -> sayings.add("may exchange clear text with " + networks + " again"));
        if (sayings.isEmpty()) {
            sayings.add(after.isEmpty()
                    ? "drops nothing by its guard" + (PoolUpdate.inheritsWorker(pool) ? ", which counts in place of worker's" : "")
                    : "has the same networks in its guard");
        }
        return Effect.of(subject, Impact.SETUP, Scope.pool(pool),
                "once its nodes have updated, pool " + pool + " " + String.join(", and ", sayings), DROPS);
    }

    private static Optional<String> without(List<String> networks, List<String> others) {
        List<String> rest = networks.stream().filter(network -> !others.contains(network)).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rest));
    }

    private static String pool(PastObject object) {
        return MachineConfig.of(object.body()).role().orElse("");
    }

    private static boolean isGuard(PastObject object) {
        return object.kind().equals("MachineConfig") && MachineConfig.of(object.body()).filesAndUnits().contains(UNIT);
    }
}
