package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Trees whose cluster no spec of the repository describes any more. Those in the output directory stay as they are. */
final class UnclaimedTrees {

    private UnclaimedTrees() {}

    /** Whether a run was over every spec of the repository and all could be read, so that no cluster is missing. */
    static boolean isWhole(Run run, List<Path> specs, List<FleetMember> clusters) throws IOException {
        return specs.equals(SpecFiles.usual(run.workingFolder())) && clusters.size() == specs.size();
    }

    /** Adds a finding for each, where the run was over every spec of the repository and all could be read. */
    static void check(Run run, List<Path> specs, List<FleetMember> clusters, PastTree baseline, Diagnostics diagnostics)
            throws IOException {
        if (clusters.isEmpty() || !isWhole(run, specs, clusters)) {
            return;
        }
        Set<String> claimed = new HashSet<>();
        for (FleetMember cluster : clusters) {
            claimed.add(cluster.name());
        }
        Path trees = run.outputDirectory().resolve("clusters");
        if (Files.isDirectory(trees)) {
            checkThoseThatAreThere(run, trees, claimed, diagnostics);
        }
        for (String name : baseline.clusters()) {
            if (!claimed.contains(name) && !Files.exists(trees.resolve(name))) {
                checkGone(name, baseline, clusters.get(0), diagnostics);
            }
        }
    }

    private static void checkGone(String name, PastTree baseline, FleetMember first, Diagnostics diagnostics)
            throws IOException {
        try {
            int tunnels = baseline.inventory(name).orElseThrow().live().size();
            if (tunnels > 0) {
                diagnostics.add(FleetFinding.GONE.at(
                        first.namedAt().source().start(), name, ClusterTree.number(tunnels, "tunnel")));
            }
        } catch (InventoryYaml.Damaged nobodyKnowsWhatItHad) {
            return;
        }
    }

    private static void checkThoseThatAreThere(Run run, Path trees, Set<String> claimed, Diagnostics diagnostics)
            throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(trees)) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                Path inventory = folder.resolve(Inventory.FILE);
                if (!claimed.contains(name) && Files.exists(inventory)) {
                    String shown = run.workingFolder().relativize(inventory).toString().replace('\\', '/');
                    diagnostics.add(FleetFinding.NO_SPEC.at(
                            new SourceText(inventory, shown, Files.readString(inventory)).start(), name));
                }
            }
        }
    }
}
