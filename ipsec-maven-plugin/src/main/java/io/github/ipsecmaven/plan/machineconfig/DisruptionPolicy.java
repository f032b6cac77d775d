package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code spec.nodeDisruptionPolicy} of MachineConfiguration/cluster.
 *
 * @param files by path, in the order written
 * @param units by name, in the order written
 * @param sshKey what a change of user core's keys does, where the policy says so
 * @param refusal why the API server does not take the policy as it was written
 * @see <a href="https://github.com/openshift/api/blob/master/operator/v1/types_machineconfiguration.go">openshift/api, types_machineconfiguration.go</a>
 */
public record DisruptionPolicy(List<Entry> files, List<Entry> units, Optional<List<Action>> sshKey,
        Optional<String> refusal) {

    /** No policy of the user's: only the operator's defaults. */
    public static final DisruptionPolicy NONE = new DisruptionPolicy(List.of(), List.of(), Optional.empty(), Optional.empty());

    /**
     * What the change of a file or a unit does.
     *
     * @param key a path, of the file or of a folder above it, or a unit's name
     */
    public record Entry(String key, List<Action> actions) {}

    /** The policy that {@code spec.nodeDisruptionPolicy} is, {@link #NONE} where it is null. */
    public static DisruptionPolicy of(Map<?, ?> written) {
        if (written == null) {
            return NONE;
        }
        Optional<List<Action>> sshKey = written.get("sshkey") instanceof Map<?, ?> key && key.get("actions") != null
                ? Optional.of(actions(key))
                : Optional.empty();
        return new DisruptionPolicy(entries(written, "files", "path"), entries(written, "units", "name"), sshKey,
                PolicyCheck.refusal(written));
    }

    /** Whether a change of a file or a unit does what a policy says, the user's or a default, and no reboot by itself. */
    public boolean covers(String fileOrUnit, Release release) {
        DisruptionPolicy effective = Actions.effective(this, release);
        List<Action> actions = (fileOrUnit.startsWith("/")
                ? Actions.closest(effective.files(), fileOrUnit)
                : Actions.exact(effective.units(), fileOrUnit)).map(Entry::actions).orElse(List.of(Action.REBOOT));
        return !actions.contains(Action.REBOOT);
    }

    private static List<Entry> entries(Map<?, ?> written, String list, String key) {
        return Json.maps(written.get(list)).stream()
                .map(entry -> new Entry(String.valueOf(entry.get(key)), actions(entry))).toList();
    }

    private static List<Action> actions(Map<?, ?> entry) {
        return Json.maps(entry.get("actions")).stream().map(DisruptionPolicy::action).toList();
    }

    private static Action action(Map<?, ?> action) {
        Map<?, ?> service = action.containsKey("restart") ? Json.map(action.get("restart")) : Json.map(action.get("reload"));
        return new Action(String.valueOf(action.get("type")), Json.text(service.get("serviceName")));
    }
}
