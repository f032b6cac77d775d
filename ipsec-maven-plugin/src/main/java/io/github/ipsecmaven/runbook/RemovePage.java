package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.GuardManifest;
import io.github.ipsecmaven.manifest.MachineConfigManifests;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.ArrayList;
import java.util.List;

/** {@code remove.md}: how tunnels, guards and then keys leave the nodes. */
final class RemovePage {

    private static final String OURS = "(.path // .name | IN(\"" + String.join("\", \"",
            MachineConfigManifests.FOLDER, MachineConfigManifests.SCRIPT,
            MachineConfigManifests.UNIT, GuardManifest.RULES, GuardManifest.UNIT) + "\"))";

    private static final String WITHOUT_POLICY = "oc get machineconfigurations.operator.openshift.io cluster -o json |\n"
            + "    jq 'del((.spec.nodeDisruptionPolicy.files, .spec.nodeDisruptionPolicy.units)[]? |\n"
            + "        select" + OURS + ")' |\n"
            + "    oc replace -f -";

    private static final String POLICY = "oc get machineconfigurations.operator.openshift.io cluster -o json |\n"
            + "    jq '.spec.nodeDisruptionPolicy | (.files, .units)[]? | select" + OURS + "'";

    private RemovePage() {}

    static byte[] of(ClusterSpec spec) {
        Page page = new Page("Remove tunnels and keys of cluster " + spec.name());
        page.paragraph(Steps.WHERE);
        if (!spec.connections().isEmpty()) {
            tunnels(page, spec);
        }
        if (!spec.guardedPools().isEmpty()) {
            guard(page, spec);
        }
        if (!spec.importingPools().isEmpty()) {
            keys(page, spec);
        }
        return page.bytes();
    }

    private static void tunnels(Page page, ClusterSpec spec) {
        page.section("A tunnel");
        page.paragraph("Deleting a policy takes nothing off a node: a tunnel goes by `state: absent` in the same policy.");
        page.table(List.of("policy", "node", "interface", "remote", "state"), policies(spec));
        page.step("In `ipsec.yaml` write `state: absent` for the remote, for the node, or for the node under the "
                + "remote's `nodes`.");
        page.step("Compile, commit and sync, or", "mvn ipsec:generate",
                "oc apply --server-side --force-conflicts -k 20-connections");
        page.step("Verify: the interface is gone from the node. From now on the traffic leaves in clear text; for a remote "
                + "with `failClosed: true` it is dropped until the remote is out of `ipsec.yaml`.",
                Steps.VERIFY);
        page.step("Take the lines out of `ipsec.yaml`, compile and commit. Then the policy may go: `oc delete nncp` and "
                + "its name. Argo CD deletes it by itself, and so does Flux while the cluster has other connections.");
        List<String> left = deleteAbsent(spec);
        if (!left.isEmpty()) {
            page.paragraph("These are absent now. Once `verify.sh` passes and the lines are out of `ipsec.yaml`:");
            page.step("Delete what is left.", left);
        }
    }

    private static List<List<String>> policies(ClusterSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        for (Connection connection : spec.connections()) {
            rows.add(List.of(connection.policyName(), connection.node().name(), connection.interfaceName(),
                    connection.label(), connection.absent() ? "absent" : "present"));
        }
        return rows;
    }

    private static List<String> deleteAbsent(ClusterSpec spec) {
        List<String> commands = new ArrayList<>();
        for (Connection connection : spec.connections()) {
            if (connection.absent()) {
                commands.add("oc delete nncp " + connection.policyName());
            }
        }
        return commands;
    }

    private static void guard(Page page, ClusterSpec spec) {
        List<String> pools = new ArrayList<>();
        List<String> deletions = new ArrayList<>();
        for (GuardedPool pool : spec.guardedPools()) {
            pools.add(pool.name());
            deletions.add("oc delete mc " + pool.config());
        }
        page.section("The guard of a pool");
        page.paragraph("A remote's networks leave the guard with the remote, or by `failClosed: false`. Deleting the "
                + "MachineConfig leaves the table in the kernel until the node reboots. After the pool's last remote that "
                + "fails closed:");
        page.step("In `ipsec.yaml` write `guard: {state: absent}` for the pool. Compile, commit, sync, and wait.",
                Steps.awaitUpdate(Steps.updating(spec, pools)));
        page.step("Verify: the guard is gone from each node.", Steps.VERIFY);
        page.step("Stop here, where that is enough: what is left is a file of three lines.");
        takeBackPolicy(page, spec);
        page.step("Take the line out of `ipsec.yaml`, compile and commit. Then delete what is left; the pool's nodes reboot.",
                deletions);
    }

    private static void keys(Page page, ClusterSpec spec) {
        List<String> deletions = new ArrayList<>();
        for (ImportingPool pool : spec.importingPools()) {
            deletions.add("oc delete mc " + pool.importConfig() + " " + pool.certsConfig());
        }
        page.section("The keys of a pool");
        page.paragraph("Deleting a MachineConfig leaves certificate and key in the node's NSS database. After the "
                + "pool's last tunnel:");
        page.step("In `ipsec.yaml` write `state: purge` for the pool. Compile, commit, sync, and wait.",
                Steps.awaitUpdate(Steps.updating(spec, Steps.importingPools(spec))));
        takeBackPolicy(page, spec);
        page.step("Take the pool out of `ipsec.yaml`, compile and commit. Then delete what is left of it; its "
                + "nodes reboot.", deletions);
    }

    private static void takeBackPolicy(Page page, ClusterSpec spec) {
        if (spec.rebootOnRotation().isPresent()) {
            page.step("Take the node disruption policy back: `rotation: {reboot: true}`. Compile, commit, sync.");
            if (spec.delivery().acm().isPresent()) {
                page.step("Advanced Cluster Management removes nothing from an object that others own too: take the "
                        + "entries out by hand. Nothing is listed by the second command.", WITHOUT_POLICY, POLICY);
            }
        }
    }
}
