package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.Changes;
import io.github.ipsecmaven.tree.ForeignFilesException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import io.github.ipsecmaven.tree.OutputFolder;
import io.github.ipsecmaven.tree.Session;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A run over the specs of one repository. */
public final class Fleet {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Run run;
    private final List<Path> specs;

    /** A run over the given specs, absolute paths. */
    public Fleet(Run run, List<Path> specs) {
        this.run = run;
        this.specs = List.copyOf(specs);
    }

    /**
     * What a run found.
     *
     * @param clusters the clusters without errors
     * @param diagnostics the findings of all
     */
    public record Compiled(List<ClusterTree> clusters, Diagnostics diagnostics) {}

    /**
     * What a run found and did.
     *
     * @param changes what it did to the output directory; empty where the findings forbade it
     * @param undone whether an earlier run had been killed half-way and was undone first
     */
    public record Generated(Compiled compiled, Optional<Changes> changes, boolean undone) {}

    /**
     * What a run found, and what merging it does.
     *
     * @param against what the compiled trees were compared with, for users
     * @param notes what a reader of the comparison has to know
     * @param clusters those without errors
     */
    public record Planned(Compiled compiled, String against, List<String> notes, List<PlannedCluster> clusters) {

        public Planned {
            notes = List.copyOf(notes);
            clusters = List.copyOf(clusters);
        }

        public List<Plan> plans() {
            return clusters.stream().map(PlannedCluster::plan).toList();
        }
    }

    /** Compiles every spec and writes nothing. */
    public Compiled validate() throws IOException, InterruptedRunException, BusyException {
        OutputFolder.at(run.outputDirectory()).requireWhole();
        return compile();
    }

    /**
     * Compiles every spec, writes nothing, and compares with a past tree.
     *
     * @param revision a git revision; empty for what the guards compare with, the last commit
     */
    public Planned plan(Optional<String> revision) throws IOException, InterruptedRunException, BusyException {
        OutputFolder.at(run.outputDirectory()).requireWhole();
        Compiled compiled = compile();
        try (PastTree past = revision.isPresent()
                ? PastTree.at(run.outputDirectory(), revision.get())
                : PastTree.baseline(run.outputDirectory())) {
            Renames renames = UnclaimedTrees.isWhole(run, specs, compiled.clusters())
                    ? Renames.of(past, compiled.clusters())
                    : Renames.NONE;
            List<PlannedCluster> clusters = new ArrayList<>();
            for (ClusterTree cluster : compiled.clusters()) {
                clusters.add(Planning.of(cluster, past, renames.formerNameOf(cluster.name())));
            }
            List<String> notes = new ArrayList<>(past.notes());
            notes.addAll(renames.notes());
            return new Planned(compiled, past.shown(), notes, clusters);
        }
    }

    /** Compiles every spec, and writes the trees where none has an error. */
    public Generated generate() throws IOException, InterruptedRunException, BusyException, ForeignFilesException {
        return generate(FailOn.ERROR);
    }

    /**
     * Compiles every spec, and writes the trees where none has an error.
     *
     * @param failOn the findings at which nothing is written, beside errors
     * @throws BusyException where another run is writing the same folder and does not end
     * @throws ForeignFilesException where files that are not ours are in the way; nothing was written
     */
    public Generated generate(FailOn failOn)
            throws IOException, InterruptedRunException, BusyException, ForeignFilesException {
        try (Session session = OutputFolder.at(run.outputDirectory()).open(PATIENCE)) {
            Compiled compiled = compile();
            if (compiled.diagnostics().hasErrors() || failOn.isMetBy(compiled.diagnostics())) {
                return new Generated(compiled, Optional.empty(), session.undone());
            }
            List<TreeFile> files = new ArrayList<>();
            Set<String> owned = new TreeSet<>();
            for (OwnedTree tree : OwnedTree.of(run, compiled.clusters())) {
                files.addAll(tree.files());
                owned.addAll(tree.owned());
            }
            return new Generated(compiled, Optional.of(session.write(files, owned)), session.undone());
        }
    }

    /**
     * What a run found, and how the output directory differs from what it made of the specs.
     *
     * @param compiled its findings name each tree that is not up to date
     * @param drift empty where the specs have errors, and so nothing to compare with
     */
    public record Verified(Compiled compiled, Optional<Drift> drift) {}

    /** Compiles every spec, and compares what lies in the output directory with that. */
    public Verified verify() throws IOException, InterruptedRunException, BusyException {
        OutputFolder.at(run.outputDirectory()).requireWhole();
        try (PastTree baseline = PastTree.baseline(run.outputDirectory())) {
            Compiled compiled = compile(baseline);
            return new Verified(compiled, compiled.diagnostics().hasErrors()
                    ? Optional.empty()
                    : Optional.of(Drift.check(run, compiled, baseline)));
        }
    }

    private Compiled compile() throws IOException {
        try (PastTree baseline = PastTree.baseline(run.outputDirectory())) {
            return compile(baseline);
        }
    }

    private Compiled compile(PastTree baseline) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Compiler compiler = new Compiler(run, baseline, diagnostics);
        List<ClusterTree> clusters = new ArrayList<>();
        Map<String, ClusterTree> names = new HashMap<>();
        for (Path spec : specs) {
            compiler.compile(spec).ifPresent(cluster -> {
                ClusterTree first = names.putIfAbsent(cluster.name(), cluster);
                if (first == null) {
                    clusters.add(cluster);
                } else {
                    diagnostics.add(sameName(cluster, first));
                }
            });
        }
        FleetTree.check(clusters, diagnostics);
        UnclaimedTrees.check(run, specs, clusters, diagnostics);
        return new Compiled(clusters, diagnostics);
    }

    private static Diagnostic sameName(ClusterTree cluster, ClusterTree first) {
        return FleetFinding.SAME_NAME.at(cluster.spec().section().section("metadata").at("name"),
                cluster.name(), first.spec().section().at().source());
    }
}
