package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.List;

/**
 * {@code upgrade.md}: an upgrade of OpenShift with one reboot of each compute node instead of two.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/updating_clusters/performing-a-cluster-update#control-plane-only-update">Performing a Control Plane Only update</a>
 */
final class UpgradePage {

    private UpgradePage() {}

    static byte[] of(ClusterSpec spec) {
        List<String> compute = Steps.pools(spec).stream().filter(pool -> !pool.equals("master")).toList();
        Page page = new Page("Upgrade cluster " + spec.name());
        page.paragraph("Where the new release brings other packages of libreswan and NetworkManager-libreswan, "
                + "each compute node would "
                + "reboot twice: once for the network operator's IPsec, once for the release. Paused pools take "
                + "both together.");
        Steps.exposure(page, spec);
        page.section("Steps");
        page.step("Verify: do not begin with something broken.", Steps.VERIFY);
        page.step("Pause the pools of compute nodes, and every other pool that `oc get mcp` lists but master.",
                Steps.pause(compute, true));
        page.step("Upgrade, and wait for the control plane. Meanwhile no certificate and no other MachineConfig "
                + "reaches the paused nodes.",
                "oc adm upgrade --to=VERSION",
                "oc wait clusterversion version --for=condition=Progressing --timeout=10m",
                "oc wait clusterversion version --for=condition=Progressing=False --timeout=4h",
                "oc wait mcp master --for=condition=Updated --timeout=4h",
                "oc get clusteroperators network machine-config");
        page.step("Unpause them. A pool that stays paused gets no security fix and no renewed certificate.",
                Steps.pause(compute, false));
        page.step("Wait: each compute node reboots once.", Steps.awaitUpdated(compute));
        page.step("Write the new version as `cluster.openshift` in `ipsec.yaml`, compile and commit: what is "
                + "possible may have changed.",
                "mvn ipsec:generate");
        page.step("Verify.", Steps.VERIFY);
        return page.bytes();
    }
}
