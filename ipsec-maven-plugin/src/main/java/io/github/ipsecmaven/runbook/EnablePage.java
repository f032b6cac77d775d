package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.List;
import java.util.OptionalInt;

/** {@code enable.md}: from a cluster without IPsec to what the tree says, with one reboot of each node. */
final class EnablePage {

    /** Geneve's header and ESP's (cluster-network-operator, getOVNEncapOverhead). */
    private static final int OVERHEAD = 100 + 46;

    private EnablePage() {}

    static byte[] of(ClusterSpec spec, Release release) {
        Page page = new Page("Enable IPsec on cluster " + spec.name());
        page.paragraph("Mode " + spec.mode().text() + ". " + Steps.WHERE);
        Steps.exposure(page, spec);
        page.section("Before");
        page.step("Let through what [firewall.md](firewall.md) lists. Each machine resolves the names of all others.");
        if (spec.mode() == Mode.FULL) {
            page.step(mtu(spec), "oc get networks.config.openshift.io cluster -o "
                    + "jsonpath='{.status.clusterNetworkMTU}{\"\\n\"}'");
        }
        if (!spec.tunnels().isEmpty()) {
            page.step("Give each remote's administrator the files of its folder under `runbook/remotes/`.");
        }
        page.step("Both operators are well. A degraded machine-config operator keeps IPsec off without a word.",
                "oc get clusteroperators network machine-config");
        if (needsNmstate(spec)) {
            page.step("A namespace may have one OperatorGroup, or its operators stop; the tree's is `openshift-nmstate`. "
                    + "Where the web console installed the NMState operator this lists another: delete that one once "
                    + "the tree's is applied, and the operator goes on.",
                    "oc get operatorgroups -n openshift-nmstate");
        }
        steps(page, spec, release);
        page.section("What a change of the mode does");
        return Steps.modeChanges(page, spec.mode(), release).bytes();
    }

    private static void steps(Page page, ClusterSpec spec, Release release) {
        List<String> pools = spec.cluster().hosted() ? List.of() : Steps.updating(spec, Steps.pools(spec));
        boolean nmstate = needsNmstate(spec);
        boolean prepares = nmstate || spec.rebootOnRotation().isPresent();
        page.section("Steps");
        if (!pools.isEmpty()) {
            page.step("Pause the pools, so that libreswan and the certificates arrive with one reboot instead of two.",
                    Steps.pause(pools, true));
        }
        if (nmstate) {
            page.step("The NMState operator. Its kinds exist when it runs; the first command may fail until then.",
                    "oc apply --server-side --force-conflicts -k 00-prepare",
                    "until oc get crd nmstates.nmstate.io; do sleep 10; done",
                    "oc apply --server-side --force-conflicts -k 00-prepare");
        } else if (prepares) {
            page.step("The node disruption policy.", "oc apply --server-side --force-conflicts -k 00-prepare");
        }
        page.step("The mode, and what the nodes hold. Server-side, because Network/cluster is the network "
                + "operator's too.",
                Steps.applyNodes(spec));
        if (!pools.isEmpty()) {
            page.step("Wait until each pool wants all of it.", Steps.awaitWanted(spec, release));
            page.step("Let the nodes update, one by one in each pool.", Steps.pause(pools, false));
            page.step("Wait for all of them: tunnels fail on a node that has no libreswan or no certificate yet.",
                    Steps.awaitUpdated(pools));
        }
        if (nmstate) {
            page.step("The tunnels.", "oc apply --server-side --force-conflicts -k 20-connections");
        }
        page.step("Verify.", Steps.VERIFY);
    }

    private static boolean needsNmstate(ClusterSpec spec) {
        return !spec.connections().isEmpty() || !spec.espOffloadNodes().isEmpty();
    }

    private static String mtu(ClusterSpec spec) {
        OptionalInt host = spec.cluster().hostMtu();
        String most = host.isPresent()
                ? "at most " + (host.getAsInt() - OVERHEAD) + ", " + OVERHEAD + " below the nodes' " + host.getAsInt()
                : "at least " + OVERHEAD + " below the nodes' MTU";
        return "The cluster network's MTU is " + most + "; else change it first, by `mtuChange` in `ipsec.yaml`, "
                + "a commit for each stage. The network operator does not check it.";
    }
}
