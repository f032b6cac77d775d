package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.LibreswanConfigs;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What several pages say in the same words. */
final class Steps {

    static final String WHERE = "`mvn` runs where the `pom.xml` is; `oc` runs in this cluster's folder of the output, "
            + "logged in as cluster-admin. A GitOps engine that syncs this tree does the `oc apply` by itself.";

    private static final String WHENEVER = "until the tunnel is first up, which is some minutes after each reboot, while its "
            + "certificate is refused, and whenever `ipsec.service` restarts.";

    private static final String APPLY = "oc apply --server-side --force-conflicts ";

    static final String VERIFY = "./runbook/verify.sh";

    private Steps() {}

    /** What happens to traffic while a tunnel is not up. */
    static Page exposure(Page page, ClusterSpec spec) {
        List<String> open = remotes(spec, false);
        List<String> closed = remotes(spec, true);
        if (!open.isEmpty()) {
            page.paragraph("**Fail-open.** What a tunnel to " + String.join(", ", open) + " should protect leaves in clear "
                    + "text " + WHENEVER + " Where that must not happen, write `failClosed: true` for the remote.");
        }
        if (!closed.isEmpty()) {
            page.paragraph("**Fail-closed.** What a tunnel to " + String.join(", ", closed) + " should protect is dropped "
                    + WHENEVER + " Programs time out, and mounts hang until then.");
        }
        return page;
    }

    private static List<String> remotes(ClusterSpec spec, boolean failClosed) {
        Set<String> remotes = new LinkedHashSet<>();
        for (Connection tunnel : spec.tunnels()) {
            if (tunnel.remote().isFailClosed() == failClosed) {
                remotes.add(tunnel.remote().name());
            }
        }
        return List.copyOf(remotes);
    }

    /** The pools that the operators or this tree give MachineConfigs to, by name. */
    static List<String> pools(ClusterSpec spec) {
        TreeSet<String> pools = new TreeSet<>(List.of("master", "worker"));
        pools.addAll(importingPools(spec));
        for (GuardedPool pool : spec.guardedPools()) {
            pools.add(pool.name());
        }
        return List.copyOf(pools);
    }

    /** The pools whose nodes import something, or are to lose what they imported, by name. */
    static List<String> importingPools(ClusterSpec spec) {
        List<String> pools = new ArrayList<>();
        for (ImportingPool pool : spec.importingPools()) {
            pools.add(pool.name());
        }
        return pools;
    }

    /** Without those that the spec says are paused: they stay so, and no wait for them would end. */
    static List<String> updating(ClusterSpec spec, List<String> pools) {
        List<String> updating = new ArrayList<>();
        for (String pool : pools) {
            if (!spec.isPaused(pool)) {
                updating.add(pool);
            }
        }
        return updating;
    }

    static List<String> pause(List<String> pools, boolean paused) {
        List<String> commands = new ArrayList<>();
        for (String pool : pools) {
            commands.add("oc patch mcp " + pool + " --type=merge -p '{\"spec\":{\"paused\":" + paused + "}}'");
        }
        return commands;
    }

    /**
     * Waits for the nodes of pools to begin with a change and to be done with it: for the seconds in which the operator
     * has not noticed the change, {@code Updated} is still that of the state before.
     */
    static List<String> awaitUpdate(List<String> pools) {
        List<String> commands = new ArrayList<>();
        for (String pool : pools) {
            commands.add("oc wait mcp " + pool + " --for=condition=Updating --timeout=10m");
        }
        commands.addAll(awaitUpdated(pools));
        return commands;
    }

    /** Waits for the nodes of pools that have begun with a change. */
    static List<String> awaitUpdated(List<String> pools) {
        List<String> commands = new ArrayList<>();
        for (String pool : pools) {
            commands.add("oc wait mcp " + pool + " --for=condition=Updated --timeout=4h");
        }
        return commands;
    }

    /** Waits until pools want what this tree and the network operator have for them. */
    static List<String> awaitWanted(ClusterSpec spec, Release release) {
        Map<String, List<String>> configs = new LinkedHashMap<>();
        for (String pool : pools(spec)) {
            configs.put(pool, new ArrayList<>());
        }
        for (Map.Entry<String, String> libreswan : LibreswanConfigs.of(spec, release).entrySet()) {
            configs.get(libreswan.getKey()).add(libreswan.getValue());
        }
        for (ImportingPool pool : spec.importingPools()) {
            configs.get(pool.name()).addAll(List.of(pool.importConfig(), pool.certsConfig()));
        }
        for (GuardedPool pool : spec.guardedPools()) {
            configs.get(pool.name()).add(pool.config());
        }
        List<String> commands = new ArrayList<>();
        for (Map.Entry<String, List<String>> pool : configs.entrySet()) {
            for (String config : pool.getValue()) {
                commands.add(awaitWanted(pool.getKey(), config));
            }
        }
        return commands;
    }

    private static String awaitWanted(String pool, String config) {
        return "until oc get mcp " + pool + " -o jsonpath='{.spec.configuration.source[?(@.name==\"" + config
                + "\")].name}' | grep .; do sleep 10; done";
    }

    /** Applies the stage of the nodes by hand; keys that are encrypted, past `sops` of somebody who reads them. */
    static List<String> applyNodes(ClusterSpec spec) {
        List<String> commands = new ArrayList<>(List.of(APPLY + "-k 10-nodes"));
        if (spec.encryption().isPresent()) {
            for (ImportingPool pool : spec.importingPools()) {
                commands.add("sops decrypt 10-nodes/sealed/" + pool.certsConfig() + ".yaml | " + APPLY + "-f -");
            }
        }
        return commands;
    }

    /** What a change of the mode does, for the changes that begin or end with the given one. */
    static Page modeChanges(Page page, Mode mode, Release release) {
        boolean restarts = release.fullRestartsLibreswan();
        List<List<String>> rows = new ArrayList<>();
        add(rows, mode, Mode.DISABLED, Mode.EXTERNAL, "every node, one by one in each pool", "none there yet");
        add(rows, mode, Mode.DISABLED, Mode.FULL, "every node, one by one in each pool",
                "none there yet; ovnkube-node rolls out");
        add(rows, mode, Mode.EXTERNAL, Mode.FULL, "no", restarts
                ? "drop for a moment on every node, the first time, when `ipsec` restarts; ovnkube-node rolls out"
                : "stay up; ovnkube-node rolls out");
        add(rows, mode, Mode.FULL, Mode.EXTERNAL, "no", restarts
                ? "drop for a moment on every node, when pod-to-pod encryption is cleaned up and `ipsec` restarts"
                : "stay up; ovnkube-node rolls out");
        add(rows, mode, Mode.EXTERNAL, Mode.DISABLED, "every node, one by one in each pool", "end; remove them first");
        add(rows, mode, Mode.FULL, Mode.DISABLED, "every node, one by one in each pool", "end; remove them first");
        return page.table(List.of("from", "to", "reboots", "tunnels to remotes"), rows);
    }

    private static void add(List<List<String>> rows, Mode mode, Mode from, Mode to, String reboots, String tunnels) {
        if (mode == from || mode == to) {
            rows.add(List.of(from.text(), to.text(), reboots, tunnels));
        }
    }
}
