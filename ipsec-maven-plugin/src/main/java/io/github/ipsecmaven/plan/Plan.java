package io.github.ipsecmaven.plan;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What merging does to one cluster. Two plans of the same pair of trees are equal.
 *
 * @param cluster its name
 * @param effects what happens, gravest first
 * @param rollouts the pools whose nodes update, by name
 * @param certificates the certificates that nodes gain, change or lose, by pool and file
 * @param otherFiles how many files changed that no cluster reads: reviews, runbooks, settings for the installer
 * @param unknowns what the plan cannot know and its reader has to; one sentence each
 */
public record Plan(
        String cluster,
        List<Effect> effects,
        List<Rollout> rollouts,
        List<CertificateChange> certificates,
        int otherFiles,
        List<String> unknowns) {

    public Plan {
        effects = List.copyOf(effects);
        rollouts = List.copyOf(rollouts);
        certificates = List.copyOf(certificates);
        unknowns = List.copyOf(unknowns);
    }

    /** Whether the two trees give the cluster the same. */
    public boolean isEmpty() {
        return effects.isEmpty();
    }

    /** The effects of one weight. */
    public List<Effect> effects(Impact impact) {
        return effects.stream().filter(effect -> effect.impact() == impact).toList();
    }

    /** The tunnels that are interrupted: by themselves, or because their nodes reboot, which a paused pool's do later; each once. */
    public SortedSet<Tunnel> interrupted() {
        Stream<Tunnel> own = effects(Impact.INTERRUPTION).stream().flatMap(effect -> effect.scope().tunnels().stream());
        Stream<Tunnel> ofNodes = rollouts.stream().filter(rollout -> rollout.reboots() && !rollout.paused())
                .flatMap(rollout -> rollout.tunnels().stream());
        return new TreeSet<>(Stream.concat(own, ofNodes).toList());
    }
}
