package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.openshift.NodeDisruptionPolicy;
import io.github.ipsecmaven.plan.Author;
import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.machineconfig.Action;
import io.github.ipsecmaven.plan.machineconfig.MachineConfig;
import io.github.ipsecmaven.plan.machineconfig.PoolUpdate;
import io.github.ipsecmaven.plan.machineconfig.Verdict;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MachineConfigs of the tree: what the Machine Config Operator makes the nodes of each pool do. */
public final class MachineConfigsChanged implements Evaluator {

    private static final int NAMED = 4;
    private static final String UPDATE = "openshift/machine-config-operator, pkg/daemon/update.go, "
            + "calculatePostConfigChangeNodeDisruptionAction";
    private static final String POLICY = "openshift/machine-config-operator, docs/NodeDisruptionPolicy.md";

    private static final Rule BEFORE_POLICIES = new Rule(
            "before 4.17 every changed file or unit reboots", "openshift/machine-config-operator, docs/MachineConfigDaemon.md");
    private static final Rule TOGETHER = new Rule(
            "one change that no policy covers reboots for all that change with it", UPDATE);
    private static final Rule ALWAYS = new Rule(
            "a change of extensions, kernel arguments, kernel or image reboots whatever the policy", UPDATE);
    private static final Rule COVERED = new Rule("a node disruption policy covers all that changes", POLICY);
    private static final Rule SAME = new Rule(
            "nodes update when the rendered config of their pool differs, and it does not",
            "openshift/machine-config-operator, pkg/controller/render/render_controller.go");
    private static final Rule ORDER = new Rule(
            "the rendered config of the pool differs in the order of its files only, and nodes do nothing about that", UPDATE);
    private static final Rule NO_PART = new Rule(
            "what differs in the rendered config of the pool is not in this MachineConfig: others give it the same already", UPDATE);
    private static final Rule RENDER = new Rule("the operator renders no config that it could not apply to a running node",
            "openshift/machine-config-operator, pkg/controller/common/reconcile.go");
    private static final Rule WRITE = new Rule("a node that cannot write a file rolls back and is Degraded",
            "openshift/machine-config-operator, pkg/daemon/file_writers.go");
    private static final Rule GONE = new Rule("actions run when the files are gone, and one that fails rolls the node back and "
            + "leaves it Degraded", "openshift/machine-config-operator, pkg/daemon/update.go");
    private static final Rule KEPT = new Rule(
            "its annotations forbid every engine to prune it, because keys would stay on the nodes and out of sight",
            "openshift/machine-config-operator, pkg/daemon/update.go, deleteStaleData");

    private record Touched(Subject subject, List<MachineConfig> sides) {

        boolean reaches(String pool) {
            return sides.stream().flatMap(side -> side.role().stream()).anyMatch(role -> PoolUpdate.selects(pool, role));
        }

        /** The files and units that it has on either side. */
        SortedSet<String> holds() {
            return new TreeSet<>(sides.stream().flatMap(side -> side.filesAndUnits().stream()).toList());
        }
    }

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.removed(object -> isMachineConfig(object) && Comparison.isKept(object)).forEach(object ->
                effects.add(Effect.of(Subject.removed(object), Impact.REMAINS, Scope.CLUSTER,
                        "the MachineConfig stays on the cluster, and its files on the nodes", KEPT)));
        List<Touched> touched = touched(comparison);
        comparison.verdicts().forEach((pool, verdict) -> touched.stream().filter(one -> one.reaches(pool))
                .forEach(one -> effects.add(effect(one, pool, verdict, comparison))));
        return effects;
    }

    private static List<Touched> touched(Comparison comparison) {
        List<Touched> touched = new ArrayList<>();
        comparison.added(MachineConfigsChanged::isMachineConfig).forEach(object ->
                touched.add(new Touched(Subject.added(object), configs(object))));
        comparison.changed(MachineConfigsChanged::isMachineConfig).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> touched.add(new Touched(
                        Subject.changed(changed.after()), configs(changed.before(), changed.after()))));
        comparison.removed(object -> isMachineConfig(object) && !Comparison.isKept(object)).forEach(object ->
                touched.add(new Touched(Subject.removed(object), configs(object))));
        return touched;
    }

    private static Effect effect(Touched touched, String pool, Verdict verdict, Comparison comparison) {
        SortedSet<String> changes = new TreeSet<>(touched.holds());
        changes.retainAll(Stream.concat(verdict.changedFiles().stream(), verdict.changedUnits().stream()).toList());
        Effect effect = switch (verdict.stage()) {
            case POLICY, RENDER -> effect(touched, pool, Impact.REFUSED,
                    "pool " + pool + " keeps what it has: " + verdict.error().orElseThrow(), RENDER);
            case WRITE -> effect(touched, pool, Impact.REFUSED,
                    "a node of pool " + pool + " fails: " + verdict.error().orElseThrow(), WRITE);
            case DONE -> !verdict.newRendered() || changes.isEmpty() && verdict.otherChanges().isEmpty()
                    ? effect(touched, pool, Impact.NOTHING, "nodes of pool " + pool + " have nothing to do for it", idle(verdict))
                    : update(touched, pool, verdict, changes, comparison);
        };
        boolean pluginsOwn = touched.subject().change() == Subject.Change.CHANGED
                && comparison.facts().pluginsOwn().containsAll(changes) && !changes.isEmpty();
        return pluginsOwn ? effect.by(Author.PLUGIN) : effect;
    }

    private static Rule idle(Verdict verdict) {
        if (!verdict.newRendered()) {
            return SAME;
        }
        return verdict.changedFiles().isEmpty() && verdict.changedUnits().isEmpty() ? ORDER : NO_PART;
    }

    private static Effect update(Touched touched, String pool, Verdict verdict, SortedSet<String> changes, Comparison comparison) {
        String why = changes.isEmpty() ? String.join(" and ", verdict.otherChanges()) : some(changes);
        if (verdict.reboots()) {
            String drained = comparison.facts().drains() ? " is drained and" : "";
            return effect(touched, pool, Impact.REBOOT, "each node of pool " + pool + drained + " reboots for " + why,
                    rule(changes, verdict, comparison));
        }
        Optional<String> gone = verdict.actions().stream().flatMap(action -> action.service().stream())
                .filter(service -> verdict.changedUnits().contains(service) && !comparison.keeps(pool, service)).findFirst();
        if (gone.isPresent()) {
            return effect(touched, pool, Impact.REFUSED,
                    "a node of pool " + pool + " fails to restart " + gone.get() + ", which goes with the change", GONE);
        }
        String actions = String.join(", then ", verdict.steps());
        boolean works = !verdict.actions().isEmpty() && !verdict.actions().contains(Action.NONE);
        return works
                ? effect(touched, pool, Impact.RESTART, "each node of pool " + pool + " takes " + why + " without a reboot: " + actions, COVERED)
                : effect(touched, pool, Impact.SETUP, "each node of pool " + pool + " takes " + why + " and does nothing more", COVERED);
    }

    /** The first of many, and how many more there are. */
    private static String some(SortedSet<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }

    private static Rule rule(SortedSet<String> changes, Verdict verdict, Comparison comparison) {
        if (changes.isEmpty()) {
            return ALWAYS;
        }
        if (comparison.facts().release().nodeDisruptionPolicy() != NodeDisruptionPolicy.GENERAL) {
            return BEFORE_POLICIES;
        }
        Optional<String> uncovered = changes.stream()
                .filter(change -> !comparison.disruptionPolicy().covers(change, comparison.facts().release())).findFirst();
        return uncovered.map(change -> new Rule("no node disruption policy covers " + change, POLICY)).orElse(TOGETHER);
    }

    private static Effect effect(Touched touched, String pool, Impact impact, String what, Rule rule) {
        return Effect.of(touched.subject(), impact, Scope.pool(pool), what, rule);
    }

    private static List<MachineConfig> configs(PastObject... objects) {
        return Stream.of(objects).map(object -> MachineConfig.of(object.body())).toList();
    }

    private static boolean isMachineConfig(PastObject object) {
        return object.kind().equals("MachineConfig");
    }
}
