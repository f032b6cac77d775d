package io.github.ipsecmaven.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The node disruption policy with which a renewed certificate needs no reboot: files below the certificates' folder,
 * the script and the unit make the import run again, and a changed guard is loaded in the place of the old one. Part of MachineConfiguration/cluster, which others own too.
 *
 * @see <a href="https://github.com/openshift/machine-config-operator/blob/main/docs/NodeDisruptionPolicy.md">machine-config-operator, NodeDisruptionPolicy.md</a>
 */
final class DisruptionPolicyManifest {

    private DisruptionPolicyManifest() {}

    /** Our part of the policy; an empty one, which takes an earlier one back, where nodes are to reboot. */
    static Manifest of(boolean reboot, boolean guarded) {
        List<Object> files = new ArrayList<>();
        List<Object> units = new ArrayList<>();
        if (!reboot) {
            addImport(files, units);
            if (guarded) {
                addGuard(files, units);
            }
        }
        Map<String, Object> policy = Body.map("files", files, "units", units);
        Map<String, Object> body = Body.object("operator.openshift.io/v1", "MachineConfiguration", "cluster",
                Annotations.wave(-10).shared().outlivesTree());
        body.put("spec", Body.map("nodeDisruptionPolicy", policy));
        return new Manifest(Stage.PREPARE + "/node-disruption-policy.yaml",
                "Whether new certificates need a reboot. Part of an object that the operator owns: never delete it.", body);
    }

    private static void addImport(List<Object> files, List<Object> units) {
        String unit = MachineConfigManifests.UNIT;
        // A directory is matched as it is written: with a slash at the end it would cover nothing.
        files.add(Body.map("path", MachineConfigManifests.FOLDER, "actions", List.of(restart(unit))));
        files.add(Body.map("path", MachineConfigManifests.SCRIPT, "actions", List.of(restart(unit))));
        units.add(Body.map("name", unit, "actions", reloadAndRestart(unit)));
    }

    /** File and unit come together, and the actions of several changed files run in any order. */
    private static void addGuard(List<Object> files, List<Object> units) {
        String unit = GuardManifest.UNIT;
        files.add(Body.map("path", GuardManifest.RULES, "actions", reloadAndRestart(unit)));
        units.add(Body.map("name", unit, "actions", reloadAndRestart(unit)));
    }

    private static List<Object> reloadAndRestart(String unit) {
        return List.of(Body.map("type", "DaemonReload"), restart(unit));
    }

    private static Map<String, Object> restart(String unit) {
        return Body.map("type", "Restart", "restart", Body.map("serviceName", unit));
    }
}
