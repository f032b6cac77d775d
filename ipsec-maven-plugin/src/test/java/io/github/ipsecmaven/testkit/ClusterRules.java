package io.github.ipsecmaven.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The CEL rules of the CRDs that our objects lean on, in Java. Transition rules ({@code oldSelf}) need a cluster and
 * are not here.
 */
final class ClusterRules {

    private ClusterRules() {}

    static List<String> problems(Map<String, Object> object) {
        Object kind = object.get("kind");
        if ("Network".equals(kind)) {
            return network(object.get("spec"));
        }
        return "MachineConfiguration".equals(kind) ? machineConfiguration(object.get("spec")) : List.of();
    }

    private static List<String> network(Object spec) {
        String where = "/spec/defaultNetwork/ovnKubernetesConfig/ipsecConfig";
        var ipsec = at(spec, "defaultNetwork", "ovnKubernetesConfig", "ipsecConfig");
        return ipsec instanceof Map<?, ?> config && config.containsKey("full") && !"Full".equals(config.get("mode"))
                ? List.of(where + ": full is forbidden when mode is not Full")
                : List.of();
    }

    private static List<String> machineConfiguration(Object spec) {
        List<String> problems = new ArrayList<>();
        for (String list : List.of("files", "units")) {
            if (at(spec, "nodeDisruptionPolicy", list) instanceof List<?> entries) {
                for (int i = 0; i < entries.size(); i++) {
                    actions(at(entries.get(i), "actions"), "/spec/nodeDisruptionPolicy/" + list + "/" + i, problems);
                }
            }
        }
        actions(at(spec, "nodeDisruptionPolicy", "sshkey", "actions"), "/spec/nodeDisruptionPolicy/sshkey", problems);
        return problems;
    }

    private static void actions(Object loaded, String where, List<String> problems) {
        if (!(loaded instanceof List<?> actions)) {
            return;
        }
        for (Object action : actions) {
            Object type = at(action, "type");
            if (("Reboot".equals(type) || "None".equals(type)) && actions.size() > 1) {
                problems.add(where + ": " + type + " action can only be specified standalone");
            }
            for (String unitAction : List.of("Reload", "Restart")) {
                if (unitAction.equals(type) != (at(action, unitAction.toLowerCase(Locale.ROOT)) != null)) {
                    problems.add(where + ": " + unitAction + " names its service, and no other action does");
                }
            }
        }
    }

    private static Object at(Object start, String... keys) {
        Object found = start;
        for (String key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }
}
