package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.Compiler;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.OpenedFiles;
import io.github.ipsecmaven.cluster.PlannedCluster;
import io.github.ipsecmaven.cluster.Planning;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.cluster.SealedCheck;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.fleet.Pass.Outcome;
import io.github.ipsecmaven.fleet.Pass.Recall;
import io.github.ipsecmaven.fleet.Pass.Result;
import io.github.ipsecmaven.fleet.Pass.Step;
import io.github.ipsecmaven.memory.Memory;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.previous.TrackedFiles;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.Changes;
import io.github.ipsecmaven.tree.Draft;
import io.github.ipsecmaven.tree.ForeignFilesException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import io.github.ipsecmaven.tree.OutputFolder;
import io.github.ipsecmaven.tree.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run over the specs of one repository. */
public final class Fleet {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Clusters compiled at a time by one processor: while one of them waits for the disk, another goes on. In a cold JVM
     * its compilers also want processors, and get a third of them instead of half (measured: a twentieth of a run).
     */
    private static final int PER_PROCESSOR = 2;

    private final Run run;
    private final List<Path> specs;
    private final int threads;
    private final Progress progress;
    private final Optional<ProofStore> proofs;
    private final boolean ignoresKeys;

    /** A run over the given specs, absolute paths, on every processor. */
    public Fleet(Run run, List<Path> specs) {
        this(run, specs, PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), (done, all) -> { },
                Optional.empty(), false);
    }

    private Fleet(Run run, List<Path> specs, int threads, Progress progress, Optional<ProofStore> proofs,
            boolean ignoresKeys) {
        this.run = run;
        this.specs = List.copyOf(specs);
        this.threads = threads;
        this.progress = progress;
        this.proofs = proofs;
        this.ignoresKeys = ignoresKeys;
    }

    /** The same run, with so many clusters compiled at a time. What comes out is the same. */
    public Fleet onThreads(int number) {
        return new Fleet(run, specs, number, progress, proofs, ignoresKeys);
    }

    /** The same run, which says how far it is. */
    public Fleet telling(Progress listener) {
        return new Fleet(run, specs, threads, listener, proofs, ignoresKeys);
    }

    /** The same run, which need not compile what is proved and keeps what it proves. What comes out is the same. */
    public Fleet remembering(ProofStore store) {
        return new Fleet(run, specs, threads, progress, Optional.of(store), ignoresKeys);
    }

    /** The same run, which also keeps the user's {@code .gitignore} in order when it generates. */
    public Fleet ignoringKeys() {
        return new Fleet(run, specs, threads, progress, proofs, true);
    }

    /** Hears of each cluster that is done; threads may tell at the same time. */
    public interface Progress {
        void done(int clusters, int all);
    }

    /**
     * What a run found.
     *
     * @param clusters the clusters without errors
     * @param diagnostics the findings of all
     */
    public record Compiled(List<FleetMember> clusters, Diagnostics diagnostics) {}

    /**
     * What a run found and did.
     *
     * @param changes what it did to the output directory; empty where the findings forbade it
     * @param ignored the lines that {@code .gitignore} got, so that keys stay out of Git
     * @param undone whether an earlier run had been killed half-way and was undone first
     */
    public record Generated(Compiled compiled, Optional<Changes> changes, List<String> ignored, boolean undone) {}

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
        return validate(Optional.empty()).compiled();
    }

    /**
     * What a run found.
     *
     * @param against what the guards compared with, for users
     * @param notes what a reader of the comparison has to know
     */
    public record Validated(Compiled compiled, String against, List<String> notes) {}

    /**
     * Compiles every spec and writes nothing.
     *
     * @param revision the git revision that the guards compare with; empty for the last commit
     */
    public Validated validate(Optional<String> revision) throws IOException, InterruptedRunException, BusyException {
        OutputFolder.at(run.outputDirectory()).requireWhole();
        try (PastTree past = past(revision)) {
            return new Validated(compile(past, (tree, own) -> tree.name()).compiled(), past.shown(), past.notes());
        }
    }

    private PastTree past(Optional<String> revision) throws IOException {
        return revision.isPresent()
                ? PastTree.at(run.outputDirectory(), revision.get())
                : PastTree.baseline(run.outputDirectory());
    }

    /**
     * Compiles every spec, writes nothing, and compares with a past tree.
     *
     * @param revision a git revision; empty for what the guards compare with, the last commit
     */
    public Planned plan(Optional<String> revision) throws IOException, InterruptedRunException, BusyException {
        OutputFolder.at(run.outputDirectory()).requireWhole();
        try (PastTree past = past(revision)) {
            Outcome<ClusterTree> outcome = compile((tree, own) -> tree);
            Renames renames = UnclaimedTrees.isWhole(run, specs, outcome.compiled().clusters())
                    ? Renames.of(past, outcome.made())
                    : Renames.NONE;
            List<PlannedCluster> clusters = new ArrayList<>();
            for (ClusterTree cluster : outcome.made()) {
                clusters.add(Planning.of(cluster, past, renames.formerNameOf(cluster.name())));
            }
            List<String> notes = new ArrayList<>(past.notes());
            notes.addAll(renames.notes());
            return new Planned(outcome.compiled(), past.shown(), notes, clusters);
        }
    }

    /** Compiles every spec, and writes the trees where none has an error. */
    public Generated generate() throws IOException, InterruptedRunException, BusyException, ForeignFilesException {
        return generate(FailOn.ERROR, Scope.ALL);
    }

    /** Which trees are written when some clusters have findings that forbid it. */
    public enum Scope {
        /** All or none. */
        ALL,
        /** Those of the other clusters. What is wrong with the fleet as a whole forbids any. */
        CLEAN
    }

    /**
     * Compiles every spec, and writes the trees where none has an error.
     *
     * @param failOn the findings at which nothing is written, beside errors
     * @throws BusyException where another run is writing the same folder and does not end
     * @throws ForeignFilesException where files that are not ours are in the way; nothing was written
     */
    public Generated generate(FailOn failOn, Scope scope)
            throws IOException, InterruptedRunException, BusyException, ForeignFilesException {
        try (Session session = OutputFolder.at(run.outputDirectory()).open(PATIENCE);
                PastTree baseline = PastTree.baseline(run.outputDirectory())) {
            Draft draft = session.draft();
            IgnoredKeys keys = new IgnoredKeys(run);
            TrackedFiles tracked = new TrackedFiles();
            Optional<Memory> memory = proofs.isPresent()
                    ? Optional.of(new Memory(run, proofs.get(), baseline, tracked, ignoresKeys))
                    : Optional.empty();
            Compiler compiler = new Compiler(run, baseline, tracked, new OpenedFiles(proofs));
            Outcome<String> outcome = pass(baseline).compile(compiler, recall(memory, draft), (tree, own) -> {
                OwnedTree cluster = OwnedTree.of(tree, run);
                keys.note(tree.facts());
                if (scope == Scope.ALL || !forbids(failOn, own)) {
                    draft.add(cluster.files(), cluster.owned());
                    if (memory.isPresent()) {
                        memory.get().note(tree.spec().section().at().source().file(), tree, own);
                    }
                }
                return tree.name();
            });
            Compiled compiled = outcome.compiled();
            if (forbids(failOn, scope == Scope.ALL ? compiled.diagnostics() : outcome.ofTheFleet())) {
                return new Generated(compiled, Optional.empty(), List.of(), session.undone());
            }
            Optional<OwnedTree> fleet = OwnedTree.ofTheFleet(compiled.clusters(), run);
            if (fleet.isPresent()) {
                draft.add(fleet.get().files(), fleet.get().owned());
            }
            List<String> ignored = ignoresKeys ? keys.write() : List.of();
            Changes changes = draft.commit();
            if (memory.isPresent()) {
                keep(memory.get());
            }
            return new Generated(compiled, Optional.of(changes), ignored, session.undone());
        }
    }

    private void keep(Memory memory) throws IOException {
        Instant written = Instant.now();
        InParallel.map(threads, memory.noted(), spec -> memory.keep(spec, written));
    }

    private static Recall<String> recall(Optional<Memory> memory, Draft draft) {
        return memory.isEmpty() ? spec -> Optional.empty() : spec -> {
            Optional<Memory.Known> known = memory.get().recall(spec, draft);
            return known.isEmpty() ? Optional.empty() : Optional.of(new Result<>(Optional.of(known.get().member()),
                    Optional.of(known.get().member().name()), known.get().findings()));
        };
    }

    private static boolean forbids(FailOn failOn, Diagnostics findings) {
        return findings.hasErrors() || failOn.isMetBy(findings);
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
        AgeIdentities identities = AgeIdentities.of(run.environment());
        try (PastTree disk = PastTree.onDisk(run.outputDirectory());
                PastTree head = PastTree.baseline(run.outputDirectory())) {
            Outcome<Drift.Part> outcome = compile((tree, own) -> {
                SealedCheck.check(tree, disk, identities, own);
                return Drift.part(OwnedTree.of(tree, run), disk, head);
            });
            Compiled compiled = outcome.compiled();
            if (compiled.diagnostics().hasErrors()) {
                return new Verified(compiled, Optional.empty());
            }
            List<Drift.Part> parts = new ArrayList<>(outcome.made());
            Optional<OwnedTree> fleet = OwnedTree.ofTheFleet(compiled.clusters(), run);
            if (fleet.isPresent()) {
                parts.add(Drift.part(fleet.get(), disk, head));
            }
            return new Verified(compiled, Optional.of(Drift.of(parts, compiled.diagnostics())));
        }
    }

    private <T> Outcome<T> compile(Step<T> step) throws IOException {
        try (PastTree baseline = PastTree.baseline(run.outputDirectory())) {
            return compile(baseline, step);
        }
    }

    private <T> Outcome<T> compile(PastTree baseline, Step<T> step) throws IOException {
        Compiler compiler = new Compiler(run, baseline, new TrackedFiles(), new OpenedFiles(Optional.empty()));
        return pass(baseline).compile(compiler, spec -> Optional.empty(), step);
    }

    private Pass pass(PastTree baseline) {
        return new Pass(run, specs, baseline, threads, progress);
    }
}
