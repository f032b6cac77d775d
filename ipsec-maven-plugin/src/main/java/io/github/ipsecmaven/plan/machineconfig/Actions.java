package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.NodeDisruptionPolicy;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.plan.machineconfig.DisruptionPolicy.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the nodes do about a list of changes: machine-config-operator, {@code
 * pkg/daemon/update.go}, calculatePostConfigChangeNodeDisruptionAction.
 */
final class Actions {

    private static final List<String> ALWAYS_REBOOT = List.of("extensions", "kernelArguments", "kernelType", "osImageURL");

    private Actions() {}

    static List<Action> after(Differences differences, DisruptionPolicy policy, Release release) {
        if (differences.areNone()) {
            return List.of(Action.NONE);
        }
        if (differences.others().stream().anyMatch(ALWAYS_REBOOT::contains)) {
            return List.of(Action.REBOOT);
        }
        DisruptionPolicy effective = effective(policy, release);
        List<Action> actions = new ArrayList<>();
        for (String path : differences.files()) {
            Optional<Entry> entry = closest(effective.files(), path);
            if (entry.isEmpty()) {
                return List.of(Action.REBOOT);
            }
            actions.addAll(entry.get().actions());
        }
        for (String unit : differences.units()) {
            Optional<Entry> entry = exact(effective.units(), unit);
            if (entry.isEmpty()) {
                return List.of(Action.REBOOT);
            }
            actions.addAll(entry.get().actions());
        }
        if (differences.others().contains("passwd")) {
            actions.addAll(effective.sshKey().orElse(List.of()));
        }
        return condensed(actions);
    }

    /**
     * What counts: the policy with the defaults behind it. Before policies are generally available nobody's counts: the
     * preview hides behind a feature gate.
     */
    static DisruptionPolicy effective(DisruptionPolicy policy, Release release) {
        boolean counts = release.nodeDisruptionPolicy() == NodeDisruptionPolicy.GENERAL;
        return DefaultPolicies.merged(counts ? policy : DisruptionPolicy.NONE, release);
    }

    private static List<Action> condensed(List<Action> actions) {
        if (actions.contains(Action.REBOOT)) {
            return List.of(Action.REBOOT);
        }
        List<Action> some = actions.stream().filter(action -> !action.equals(Action.NONE)).toList();
        return some.isEmpty() && !actions.isEmpty() ? List.of(Action.NONE) : some;
    }

    static Optional<Entry> exact(List<Entry> entries, String unit) {
        return entries.stream().filter(entry -> entry.key().equals(unit)).findFirst();
    }

    /** The longest entry that is the path or a folder above it; lengths are those of the entries as written. */
    static Optional<Entry> closest(List<Entry> entries, String path) {
        Entry found = null;
        for (Entry entry : entries) {
            boolean covers = entry.key().equals(path) || isAbove(entry.key(), path);
            if (covers && (found == null || entry.key().length() > found.key().length())) {
                found = entry;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A folder is compared cleaned, {@code /} is above nothing, and a file's path with a slash behind it is no folder. */
    private static boolean isAbove(String folder, String path) {
        String cleaned = folder.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return cleaned.length() > 1 && path.startsWith(cleaned + "/");
    }
}
