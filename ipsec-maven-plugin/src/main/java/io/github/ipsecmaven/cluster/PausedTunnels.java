package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.manifest.Stage;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Pool;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No engine waits for a paused pool, since that would hold back every other pool. So nothing keeps a tunnel from coming
 * up before its certificate, and only the build can.
 */
public final class PausedTunnels {

    public static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G016",
            "A tunnel of a paused pool starts and changes where its nodes have what it needs",
            "nodes of a paused pool take no MachineConfig, so the tunnel may name a certificate that they do not have, "
                    + "and its policy would fail and be rolled back (machine-config-operator; kubernetes-nmstate, measured)");

    private PausedTunnels() {}

    static void check(ClusterTree cluster, PastTree past, Diagnostics own) throws IOException {
        Optional<Inventory> previous = cluster.facts().previous();
        if (previous.isEmpty()) {
            return;
        }
        ClusterSpec spec = cluster.spec();
        for (ImportingPool importing : spec.importingPools()) {
            Optional<Pool> pool = spec.pool(importing.name());
            if (pool.isPresent() && pool.get().paused() && mayLack(importing, cluster, previous.get(), past)) {
                List<Connection> moved = moved(importing, cluster, past);
                if (!moved.isEmpty()) {
                    report(pool.get(), moved, new Findings(INFO, own));
                }
            }
        }
    }

    /** Whether nodes of a pool may have other MachineConfigs than the tree. */
    private static boolean mayLack(ImportingPool pool, ClusterTree cluster, Inventory previous, PastTree past)
            throws IOException {
        return !previous.pools().containsKey(pool.name()) || previous.pools().get(pool.name()).paused()
                || changes(Stage.NODES, pool.importConfig(), cluster, past)
                || changes(Stage.NODES, pool.certsConfig(), cluster, past);
    }

    /** The tunnels of a pool that are new or not what they were. */
    private static List<Connection> moved(ImportingPool pool, ClusterTree cluster, PastTree past) throws IOException {
        List<Connection> moved = new ArrayList<>();
        for (Connection tunnel : cluster.spec().tunnels()) {
            if (tunnel.node().pool().equals(pool.name())
                    && changes(Stage.CONNECTIONS, tunnel.policyName(), cluster, past)) {
                moved.add(tunnel);
            }
        }
        return moved;
    }

    private static boolean changes(String stage, String object, ClusterTree cluster, PastTree past) throws IOException {
        String folder = Run.pathOf(cluster.name()) + "/" + stage + "/";
        for (TreeFile file : cluster.files()) {
            if (file.path().startsWith(folder) && file.path().endsWith("/" + object + ".yaml")) {
                return !past.holds(file.path(), file.bytes());
            }
        }
        throw new IllegalStateException(object + " is not in " + folder);
    }

    private static void report(Pool pool, List<Connection> moved, Findings findings) {
        Connection first = moved.get(0);
        String more = moved.size() == 1 ? "" : " and " + (moved.size() - 1) + " more";
        findings.add(pool.section().at("paused"),
                "the pool '" + pool.name() + "' is paused, and the tunnel from '" + first.node().name() + "' to '"
                        + first.label() + "'" + more + " would start or change without what its nodes do not get meanwhile",
                "resume the pool, on the cluster and by `paused: false`, in this commit or before it; or leave the tunnels "
                        + "as they are until then");
    }
}
