package io.github.ipsecmaven.plan.machineconfig;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the API server refuses of a node disruption policy: the schema and the rules of its CRD, openshift/api, {@code
 * operator/v1/types_machineconfiguration.go}.
 */
final class PolicyCheck {

    private static final int MAX_ENTRIES = 50;
    private static final int MAX_ACTIONS = 10;
    private static final int MAX_NAME = 255;
    private static final Set<String> TYPES = Set.of("Reboot", "Drain", "Reload", "Restart", "DaemonReload", "None");
    private static final Pattern SERVICE = Pattern.compile("[a-zA-Z0-9:._\\\\-]+"
            + "\\.(service|socket|device|mount|automount|swap|target|path|timer|snapshot|slice|scope)");

    private PolicyCheck() {}

    /** Why the API server does not take a policy. */
    static Optional<String> refusal(Map<?, ?> policy) {
        return ofList(policy, "files", "path")
                .or(() -> ofList(policy, "units", "name"))
                .or(() -> policy.get("sshkey") instanceof Map<?, ?> key ? ofKey(key) : Optional.empty());
    }

    private static Optional<String> ofKey(Map<?, ?> key) {
        return key.get("actions") == null ? Optional.of("sshkey has no actions") : ofActions(key);
    }

    private static Optional<String> ofList(Map<?, ?> policy, String list, String key) {
        List<Map<?, ?>> entries = Json.maps(policy.get(list));
        if (entries.size() > MAX_ENTRIES) {
            return Optional.of(list + " has " + entries.size() + " entries, more than " + MAX_ENTRIES);
        }
        Set<Object> seen = new HashSet<>();
        for (Map<?, ?> entry : entries) {
            Object name = entry.get(key);
            if (!seen.add(name)) {
                return Optional.of(list + " has two entries for " + name);
            }
            if (list.equals("units") && !isService(name)) {
                return Optional.of(name + " is no unit that a policy can name");
            }
            Optional<String> refusal = ofActions(entry);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofActions(Map<?, ?> entry) {
        List<Map<?, ?>> actions = Json.maps(entry.get("actions"));
        if (actions.size() > MAX_ACTIONS) {
            return Optional.of("an entry has " + actions.size() + " actions, more than " + MAX_ACTIONS);
        }
        for (Map<?, ?> action : actions) {
            String type = String.valueOf(action.get("type"));
            if (!TYPES.contains(type)) {
                return Optional.of("there is no action " + type);
            }
            if (actions.size() > 1 && (type.equals("None") || type.equals("Reboot"))) {
                return Optional.of(type + " has to stand alone");
            }
            Optional<String> refusal = ofService(action, type, "Restart").or(() -> ofService(action, type, "Reload"));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofService(Map<?, ?> action, String type, String kind) {
        String field = kind.toLowerCase(Locale.ROOT);
        if (type.equals(kind) != action.containsKey(field)) {
            return Optional.of(field + " is for actions of type " + kind + " and only for them");
        }
        Object service = Json.map(action.get(field)).get("serviceName");
        return type.equals(kind) && !isService(service)
                ? Optional.of(service + " is no service that a policy can name")
                : Optional.empty();
    }

    private static boolean isService(Object name) {
        return name instanceof String text && text.length() <= MAX_NAME && SERVICE.matcher(text).matches();
    }
}
