package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.manifest.Stage;
import io.github.ipsecmaven.plan.Author;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells where a release of the plugin, and nobody's edit, makes nodes do something. */
final class PluginChanges {

    private PluginChanges() {}

    static void check(ClusterTree cluster, PastTree past, Diagnostics own) throws IOException {
        Optional<Inventory> previous = cluster.facts().previous();
        if (previous.isEmpty() || !changesAnImport(cluster, previous.get())) {
            return;
        }
        Plan plan = Planning.of(cluster, past, cluster.name()).plan();
        List<String> does = plan.effects().stream().filter(effect -> effect.author() == Author.PLUGIN)
                .map(Effect::what).distinct().toList();
        if (!does.isEmpty()) {
            own.add(TreeFinding.CHANGED_BY_PLUGIN.at(cluster.spec().section().section("metadata").at("name"),
                    String.join("; ", does)));
        }
    }

    /** Asked first, because most runs need no plan: only these MachineConfigs hold what is the plugin's own. */
    private static boolean changesAnImport(ClusterTree cluster, Inventory previous) {
        Set<String> imports = new HashSet<>();
        for (ImportingPool pool : cluster.spec().importingPools()) {
            imports.add(Run.pathOf(cluster.name()) + "/" + Stage.NODES + "/" + pool.importConfig() + ".yaml");
        }
        for (TreeFile file : cluster.files()) {
            if (imports.contains(file.path()) && differs(file, previous.files().get(file.path()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(TreeFile file, String digest) {
        return digest != null && !digest.equals(file.sha256());
    }
}
