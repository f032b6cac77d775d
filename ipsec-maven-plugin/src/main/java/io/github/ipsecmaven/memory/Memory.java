package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.previous.TrackedFiles;
import io.github.ipsecmaven.proof.Proof;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.tree.Draft;
import io.github.ipsecmaven.tree.KnownFile;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What earlier runs have proved of the clusters of this one. A cluster is taken for proved where nothing that it depends
 * on has changed, no date has passed, and its tree lies there byte for byte; such a cluster is not compiled, nothing is
 * written for it, and its findings are those of before. A cluster with errors is never proved.
 */
public final class Memory {

    private final Run run;
    private final ProofStore store;
    private final Conditions conditions;
    /** Looks anew when all is written: the run itself may have added to a {@code .gitignore}. */
    private final Conditions afterwards;
    private final Map<Path, Noted> proved = new ConcurrentHashMap<>();

    /**
     * What is known before a run.
     *
     * @param ignoresKeys whether the run keeps the user's {@code .gitignore} in order
     */
    public Memory(Run run, ProofStore store, PastTree baseline, TrackedFiles tracked, boolean ignoresKeys) {
        this.run = run;
        this.store = store;
        this.conditions = new Conditions(run, baseline, tracked, ignoresKeys);
        this.afterwards = new Conditions(run, baseline, tracked, ignoresKeys);
    }

    /**
     * What is known of a cluster.
     *
     * @param findings those of the run that proved it
     */
    public record Known(FleetMember member, Diagnostics findings) {}

    /** The cluster of a spec, where it is proved; its files are then kept in the draft. */
    public Optional<Known> recall(Path spec, Draft draft) {
        if (run.reseal()) {
            return Optional.empty();
        }
        try {
            Optional<Proof> proof = store.find(key(spec));
            if (proof.isEmpty() || !proof.get().holdsAt(run.now()) || !conditions.hold(proof.get().conditions())) {
                return Optional.empty();
            }
            RememberedPositions positions = new RememberedPositions(run.workingFolder());
            Known known = new Known(RememberedMember.of(proof.get(), positions),
                    RememberedFindings.of(proof.get().facts(), positions));
            return draft.keep(proof.get().files()) ? Optional.of(known) : Optional.empty();
        } catch (IOException | RuntimeException notAsItWasProved) {
            return Optional.empty();
        }
    }

    /** What a proof is made of, as the run holds it anyhow: it is not written out for all clusters at a time. */
    private record Noted(Instant until, Map<String, String> conditions, Set<String> ignoring, FleetMember member,
            Diagnostics findings, List<KnownFile> files) {

        Proof proof(Instant from, Path root, Instant written, Conditions afterwards) {
            Map<String, String> facts = RememberedMember.facts(member);
            RememberedFindings.put(facts, findings);
            List<KnownFile> lying = new ArrayList<>();
            for (KnownFile file : files) {
                lying.add(file.stamped(root, written));
            }
            Map<String, String> all = new LinkedHashMap<>(conditions);
            for (String condition : ignoring) {
                afterwards.add(all, condition);
            }
            return new Proof(from, until, all, facts, lying);
        }
    }

    /** Notes that a spec compiled to a tree, for when that is written. */
    public void note(Path spec, ClusterTree tree, Diagnostics own) {
        List<KnownFile> files = new ArrayList<>();
        for (TreeFile file : tree.files()) {
            files.add(new KnownFile(file.path(), KnownFile.state(file), ""));
        }
        proved.put(spec, new Noted(Lapse.of(tree.facts()), conditions.of(tree), conditions.ignoring(tree.facts()),
                FleetMember.of(tree), own, files));
    }

    /** The specs of which something was noted. */
    public List<Path> noted() {
        return List.copyOf(proved.keySet());
    }

    /**
     * Keeps what was noted of a spec, with how its files lie there now. Threads may keep at the same time.
     *
     * @param written when they had been written
     */
    public Path keep(Path spec, Instant written) {
        store.keep(key(spec), proved.get(spec).proof(run.now(), run.outputDirectory(), written, afterwards));
        return spec;
    }

    private String key(Path spec) {
        return String.join("\n", spec.toString(), run.outputDirectory().toString(), run.workingFolder().toString());
    }
}
