package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.Fleet.Generated;
import io.github.ipsecmaven.fleet.Fleet.Scope;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.Changes;
import io.github.ipsecmaven.tree.ForeignFilesException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles every spec and writes the trees of manifests. Where anything is wrong, nothing is written and the trees stay
 * as they are.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class GenerateMojo extends AbstractIpsecMojo {

    /**
     * Writes the trees of the clusters without errors when others have some; the goal still fails. Usually a run in
     * which anything is wrong writes nothing.
     */
    @Parameter(property = "ipsec.onlyClean", defaultValue = "false")
    private boolean onlyClean;

    /** Encrypts the keys of every cluster anew, though neither they nor their readers changed. */
    @Parameter(property = "ipsec.reseal", defaultValue = "false")
    private boolean reseal;

    /**
     * Adds keys in clear that the specs name, and that Git neither tracks nor ignores, to a block of its own in the
     * <code>.gitignore</code> of the working folder. What else that file holds stays as it is.
     */
    @Parameter(property = "ipsec.gitignore", defaultValue = "true")
    private boolean gitignore;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        List<Path> specs = specFiles(run);
        Generated generated = generate(reseal ? run.resealing() : run, specs);
        if (generated.undone()) {
            getLog().warn("an earlier run was killed while it wrote; what it had changed was undone first");
        }
        Diagnostics diagnostics = generated.compiled().diagnostics();
        report(run, specs, diagnostics);
        if (generated.changes().isEmpty()) {
            throw new MojoFailureException(diagnostics.summary() + "; nothing was written");
        }
        summarize(run, generated.compiled().clusters(), generated.changes().get());
        for (String line : generated.ignored()) {
            getLog().info(".gitignore got the line " + line);
        }
        if (diagnostics.hasErrors()) {
            throw new MojoFailureException(diagnostics.summary() + "; the trees of the other clusters were written");
        }
        failOnFindings(diagnostics);
        getLog().info(diagnostics.summary());
    }

    private Generated generate(Run run, List<Path> specs) throws IOException, MojoFailureException {
        try {
            Fleet fleet = fleet(run, specs);
            return (gitignore ? fleet.ignoringKeys() : fleet).generate(failOn(), onlyClean ? Scope.CLEAN : Scope.ALL);
        } catch (BusyException | InterruptedRunException | ForeignFilesException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private void summarize(Run run, List<FleetMember> clusters, Changes changes) {
        for (FleetMember cluster : clusters) {
            getLog().info(cluster.summary());
        }
        getLog().info(ClusterTree.number(changes.written().size(), "file") + " written, " + changes.removed().size() + " removed, "
                + changes.unchanged() + " unchanged in " + outputFolder(run));
    }
}
