package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.List;

/** {@code remove.md}: how tunnels, and then keys, leave the nodes. */
final class RemovePage {

    private RemovePage() {}

    static byte[] of(ClusterSpec spec) {
        Page page = new Page("Remove tunnels of cluster " + spec.name());
        page.paragraph(Steps.WHERE + " Deleting a policy takes nothing off a node: a tunnel goes by `state: "
                + "absent` in the same policy.");
        page.table(List.of("policy", "node", "interface", "remote", "state"), spec.connections().stream()
                .map(connection -> List.of(connection.policyName(), connection.node().name(),
                connection.interfaceName(),
                        connection.label(), connection.absent() ? "absent" : "present")).toList());
        page.section("A tunnel");
        page.step("In `ipsec.yaml` write `state: absent` for the remote, for the node, or for the node under the "
                + "remote's `nodes`.");
        page.step("Compile, commit and sync, or", "mvn ipsec:generate", "oc apply --server-side -k 20-connections");
        page.step("Verify: the interface is gone from the node. From now on the traffic leaves in clear text.",
                Steps.VERIFY);
        page.step("Take the lines out of `ipsec.yaml`, compile and commit. Then the policy may go: `oc delete "
                + "nncp` and its name.");
        List<Connection> absent = spec.connections().stream().filter(Connection::absent).toList();
        if (!absent.isEmpty()) {
            page.paragraph("These are absent now. Once `verify.sh` passes and the lines are out of `ipsec.yaml`:");
            page.step("Delete what is left.", absent.stream().map(connection -> "oc delete nncp "
                    + connection.policyName()).toList());
        }
        if (!spec.importingPools().isEmpty()) {
            keys(page, spec);
        }
        return page.bytes();
    }

    private static void keys(Page page, ClusterSpec spec) {
        List<String> pools = spec.importingPools().stream().map(ImportingPool::name).toList();
        page.section("The keys of a pool");
        page.paragraph("Deleting a MachineConfig leaves certificate and key in the node's NSS database. After the "
                + "pool's last tunnel:");
        page.step("In `ipsec.yaml` write `state: purge` for the pool. Compile, commit, sync, and wait.",
                Steps.awaitUpdated(pools));
        page.step("Take the node disruption policy back, where there is one: `rotation: {reboot: true}`. Compile, "
                + "commit, sync.");
        page.step("Take the pool out of `ipsec.yaml`, compile and commit. Then delete what is left of it; its "
                + "nodes reboot.",
                spec.importingPools().stream()
                        .map(pool -> "oc delete mc " + pool.importConfig() + " " + pool.certsConfig()).toList());
    }
}
