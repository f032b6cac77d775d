package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.Compiler;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.fleet.Fleet.Compiled;
import io.github.ipsecmaven.fleet.Fleet.Progress;
import io.github.ipsecmaven.previous.PastTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One way over all specs of a repository: several are compiled at a time, and what was found is brought together. */
final class Pass {

    private final Run run;
    private final List<Path> specs;
    private final PastTree baseline;
    private final int threads;
    private final Progress progress;

    Pass(Run run, List<Path> specs, PastTree baseline, int threads, Progress progress) {
        this.run = run;
        this.specs = specs;
        this.baseline = baseline;
        this.threads = threads;
        this.progress = progress;
    }

    /** What is known of a spec without compiling it. */
    interface Recall<T> {
        Optional<Result<T>> of(Path spec) throws IOException;
    }

    /** What a goal makes of each tree, which is let go of then. Threads call at the same time. */
    interface Step<T> {
        T make(ClusterTree tree, Diagnostics own) throws IOException;
    }

    /**
     * What a run came to.
     *
     * @param ofTheFleet those of the findings that are no cluster's
     * @param made what was made of each cluster without errors, in the order of the specs
     */
    record Outcome<T>(Compiled compiled, Diagnostics ofTheFleet, List<T> made) {}

    /** The same of one spec; without a member where it has errors. */
    record Result<T>(Optional<FleetMember> member, Optional<T> made, Diagnostics own) {}

    /** Compiles each spec, or recalls what is known of it. */
    <T> Outcome<T> compile(Compiler compiler, Recall<T> recall, Step<T> step) throws IOException {
        AtomicInteger done = new AtomicInteger();
        return outcome(InParallel.map(threads, specs, spec -> {
            Optional<Result<T>> known = recall.of(spec);
            Result<T> result = known.isPresent() ? known.get() : compile(spec, compiler, step);
            progress.done(done.incrementAndGet(), specs.size());
            return result;
        }));
    }

    private static <T> Result<T> compile(Path spec, Compiler compiler, Step<T> step) throws IOException {
        Diagnostics own = new Diagnostics();
        Optional<ClusterTree> tree = compiler.compile(spec, own);
        Optional<T> made = tree.isEmpty() ? Optional.empty() : Optional.of(step.make(tree.get(), own));
        return new Result<>(tree.isEmpty() ? Optional.empty() : Optional.of(FleetMember.of(tree.get())), made, own);
    }

    private <T> Outcome<T> outcome(List<Result<T>> results) throws IOException {
        Diagnostics all = new Diagnostics();
        Diagnostics ofTheFleet = new Diagnostics();
        Map<String, FleetMember> clusters = new LinkedHashMap<>();
        List<T> made = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result<T> result = results.get(i);
            addOwn(result.own(), specs.get(i), all);
            if (result.member().isPresent()) {
                FleetMember cluster = result.member().get();
                FleetMember first = clusters.putIfAbsent(cluster.name(), cluster);
                if (first == null) {
                    made.add(result.made().orElseThrow());
                } else {
                    ofTheFleet.add(sameName(cluster, first));
                }
            }
        }
        checkTheFleet(clusters, ofTheFleet);
        all.addAll(ofTheFleet);
        return new Outcome<>(new Compiled(List.copyOf(clusters.values()), all), ofTheFleet, made);
    }

    private void addOwn(Diagnostics own, Path spec, Diagnostics all) {
        if (specs.size() == 1) {
            all.addAll(own);
        } else {
            all.addAll(own, spec);
        }
    }

    private void checkTheFleet(Map<String, FleetMember> clusters, Diagnostics findings) throws IOException {
        if (clusters.isEmpty()) {
            return;
        }
        List<FleetMember> members = List.copyOf(clusters.values());
        Position start = members.get(0).namedAt().source().start();
        FleetTree.check(members, findings);
        if (UnclaimedTrees.isWhole(run, specs, members)) {
            UnclaimedTrees.check(run, clusters.keySet(), findings);
            GoneClusters.check(run, clusters.keySet(), baseline, start, findings);
        }
        if (baseline.complaint().isPresent()) {
            findings.add(FleetFinding.GIT_IS_SILENT.at(start, baseline.complaint().get()));
        }
    }

    private static Diagnostic sameName(FleetMember cluster, FleetMember first) {
        return FleetFinding.SAME_NAME.at(cluster.namedAt(), cluster.name(), first.namedAt().source());
    }
}
