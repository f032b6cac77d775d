package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.previous.Inventory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Trees in the output directory whose cluster no spec of the repository describes any more. They stay as they are. */
final class UnclaimedTrees {

    private UnclaimedTrees() {}

    /** Whether a run was over every spec of the repository and all could be read, so that no cluster is missing. */
    static boolean isWhole(Run run, List<Path> specs, List<FleetMember> clusters) throws IOException {
        return specs.equals(SpecFiles.usual(run.workingFolder())) && clusters.size() == specs.size();
    }

    /**
     * Adds a finding for each.
     *
     * @param claimed the names of all clusters that specs describe
     */
    static void check(Run run, Set<String> claimed, Diagnostics diagnostics) throws IOException {
        Path trees = run.outputDirectory().resolve("clusters");
        if (!Files.isDirectory(trees)) {
            return;
        }
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
