package io.github.ipsecmaven.plan.machineconfig;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the operator makes of a change of a pool's MachineConfigs.
 *
 * @param newRendered whether the pool gets a new rendered config; without one no node sees an update
 * @param changedFiles the paths that were added, removed or changed, sorted
 * @param changedUnits the units that were added, removed or changed, sorted
 * @param otherChanges {@code extensions}, {@code kernelArguments}, {@code kernelType}, {@code osImageURL}, {@code passwd}
 * @param orderOnly files or units are the same and stand in another order: a new config whose list of changes is empty
 * @param error why it stopped before {@link Stage#DONE}
 * @param actions what each node does, files' actions first, in the order of their paths; the operator's own order among
 *         several changed files is random
 * @param drain whether each node is drained first
 */
public record Verdict(
        Stage stage,
        boolean newRendered,
        List<String> changedFiles,
        List<String> changedUnits,
        List<String> otherChanges,
        boolean orderOnly,
        Optional<String> error,
        List<Action> actions,
        boolean drain) {

    /** How far a change gets. */
    public enum Stage {
        /** The API server refuses the node disruption policy. */
        POLICY,
        /** The pool becomes RenderDegraded, nodes are not touched. */
        RENDER,
        /** A node starts to update and fails at a file. */
        WRITE,
        /** Every node can take it. */
        DONE
    }

    public Verdict {
        changedFiles = List.copyOf(changedFiles);
        changedUnits = List.copyOf(changedUnits);
        otherChanges = List.copyOf(otherChanges);
        actions = List.copyOf(actions);
    }

    static Verdict stopped(Stage stage, String error) {
        return new Verdict(stage, false, List.of(), List.of(), List.of(), false, Optional.of(error), List.of(), false);
    }

    /** The actions in words; what several files and units make a node do is said once, where it does it for the last time. */
    public List<String> steps() {
        LinkedHashSet<String> steps = new LinkedHashSet<>();
        for (Action action : actions) {
            steps.remove(action.describe());
            steps.add(action.describe());
        }
        return List.copyOf(steps);
    }

    /** Whether the nodes reboot. */
    public boolean reboots() {
        return newRendered && actions.contains(Action.REBOOT);
    }
}
