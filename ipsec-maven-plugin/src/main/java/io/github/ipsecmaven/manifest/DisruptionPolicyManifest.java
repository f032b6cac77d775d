package io.github.ipsecmaven.manifest;

import java.util.List;
import java.util.Map;

/**
 * The node disruption policy with which a renewed certificate needs no reboot: files below the certificates' folder,
 * the script and the unit make the import run again. Part of MachineConfiguration/cluster, which others own too.
 *
 * @see <a href="https://github.com/openshift/machine-config-operator/blob/main/docs/NodeDisruptionPolicy.md">machine-config-operator, NodeDisruptionPolicy.md</a>
 */
final class DisruptionPolicyManifest {

    private DisruptionPolicyManifest() {}

    /** Our part of the policy; an empty one, which takes an earlier one back, where nodes are to reboot. */
    static Manifest of(boolean reboot) {
        Map<String, Object> policy = reboot
                ? Body.map("files", List.of(), "units", List.of())
                : Body.map("files", files(), "units", units());
        Map<String, Object> body = Body.object("operator.openshift.io/v1", "MachineConfiguration", "cluster",
                Annotations.wave(-10).shared().outlivesTree());
        body.put("spec", Body.map("nodeDisruptionPolicy", policy));
        return new Manifest(Stage.PREPARE + "/node-disruption-policy.yaml",
                "Whether new certificates need a reboot. Part of an object that the operator owns: never delete it.", body);
    }

    private static List<Object> files() {
        // A directory is matched as it is written: with a slash at the end it would cover nothing.
        String certificates = MachineConfigManifests.CERTIFICATES.replaceAll("/$", "");
        return List.of(
                Body.map("path", certificates, "actions", List.of(restart())),
                Body.map("path", MachineConfigManifests.SCRIPT, "actions", List.of(restart())));
    }

    private static List<Object> units() {
        return List.of(Body.map("name", MachineConfigManifests.UNIT,
                "actions", List.of(Body.map("type", "DaemonReload"), restart())));
    }

    private static Map<String, Object> restart() {
        return Body.map("type", "Restart", "restart", Body.map("serviceName", MachineConfigManifests.UNIT));
    }
}
