package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code upgrade.md}: an upgrade of OpenShift with one reboot of each compute node instead of two.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/updating_clusters/performing-a-cluster-update#control-plane-only-update">Performing a Control Plane Only update</a>
 */
final class UpgradePage {

    private UpgradePage() {}

    static byte[] of(ClusterSpec spec) {
        List<String> compute = new ArrayList<>(Steps.pools(spec));
        compute.remove("master");
        Page page = new Page("Upgrade cluster " + spec.name());
        page.paragraph("Where the new release brings other packages of libreswan and NetworkManager-libreswan, "
                + "each compute node would "
                + "reboot twice: once for the network operator's IPsec, once for the release. Paused pools take "
                + "both together.");
        Steps.exposure(page, spec);
        page.section("Steps");
        page.step("Verify: do not begin with something broken.", Steps.VERIFY);
        page.step("Say in `ipsec.yaml` that they are paused, compile and commit: then no GitOps engine waits for them, "
                + "and a tunnel that would need what their nodes do not get is refused.",
                inSpec(compute, true), "mvn ipsec:generate");
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
        page.step("Say in `ipsec.yaml` that they are resumed, write the new version as `cluster.openshift`, compile and "
                + "commit: what is possible may have changed.",
                inSpec(compute, false), "mvn ipsec:generate");
        page.step("Verify.", Steps.VERIFY);
        return page.bytes();
    }

    private static String inSpec(List<String> pools, boolean paused) {
        StringBuilder lines = new StringBuilder("# pools:");
        for (String pool : pools) {
            lines.append("\n#   ").append(pool).append(": {paused: ").append(paused).append('}');
        }
        return lines.toString();
    }
}
