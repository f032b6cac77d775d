package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A pool that is to lose what it imported, or whose MachineConfigs go. */
public final class PoolPurged implements Evaluator {

    private static final Rule PURGE = new Rule(
            "with an empty list the import removes from the NSS database all that it recorded there",
            "the plugin's ipsec-addcert.sh, against the real certutil and pk12util");
    private static final Rule FILES_ONLY = new Rule(
            "with a MachineConfig go its files and its unit, and nothing that the unit has put into the NSS database",
            "openshift/machine-config-operator, pkg/daemon/update.go, deleteStaleData");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.poolsAfter().forEach((name, pool) -> {
            boolean purgedBefore = comparison.poolsBefore().containsKey(name) && comparison.poolsBefore().get(name).purged();
            if (pool.purged() && !purgedBefore) {
                comparison.changed(certsConfig(pool)).forEach(changed -> effects.add(Effect.of(
                        Subject.changed(changed.after()), Impact.SETUP, Scope.pool(name),
                        "nodes of pool " + name + " lose every key and certificate that was imported", PURGE)));
            }
        });
        comparison.poolsBefore().forEach((name, pool) -> {
            if (!comparison.poolsAfter().containsKey(name) && !pool.purged()) {
                comparison.removed(certsConfig(pool).and(object -> !Comparison.isKept(object))).forEach(object -> effects.add(Effect.of(
                        Subject.removed(object), Impact.REMAINS, Scope.pool(name),
                        "private keys stay in the NSS database of pool " + name, FILES_ONLY)));
            }
        });
        return effects;
    }

    private static Predicate<PastObject> certsConfig(PastPool pool) {
        return object -> object.kind().equals("MachineConfig") && object.name().equals(pool.certsConfig());
    }
}
