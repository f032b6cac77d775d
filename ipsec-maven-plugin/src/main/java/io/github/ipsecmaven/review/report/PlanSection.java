package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.plan.Author;
import io.github.ipsecmaven.plan.CertificateChange;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.Tunnel;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What merging does to a cluster. */
final class PlanSection {

    /** Beyond these, effects that differ in a name only are counted. */
    private static final int MOST_ALIKE = 3;

    /** How many objects are named before they are counted; the files of a change show all of them. */
    private static final int MOST_NAMED = 6;

    private PlanSection() {}

    static Section of(Plan plan) {
        List<Block> blocks = new ArrayList<>();
        if (plan.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.words("The cluster gets what it has: nothing happens on it.")));
        }
        if (!plan.rollouts().isEmpty()) {
            blocks.add(new Block.Points(plan.rollouts().stream().map(PlanSection::rollout).toList()));
        }
        if (!plan.effects().isEmpty()) {
            blocks.add(effects(plan.effects()));
        }
        if (!plan.certificates().isEmpty()) {
            blocks.add(new Block.Table("Certificates that change", List.of("File", "Change", "Before", "After", "Nodes"),
                    plan.certificates().stream().map(PlanSection::row).toList()));
        }
        if (!plan.unknowns().isEmpty()) {
            blocks.add(new Block.Paragraph(Line.words("What this plan cannot know:")));
            blocks.add(new Block.Points(plan.unknowns().stream().map(Line::sentence).toList()));
        }
        if (plan.otherFiles() > 0) {
            blocks.add(new Block.Paragraph(Line.words(Words.count(plan.otherFiles(), "file")
                    + " that no cluster reads " + (plan.otherFiles() == 1 ? "changes" : "change") + " too.")));
        }
        return new Section("What merging does", Impacts.chips(plan), blocks);
    }

    /** What the nodes of a pool go through. */
    private static Line rollout(Rollout rollout) {
        Line line = Line.words("Pool ").andCode(rollout.pool()).and(": ");
        if (rollout.reboots()) {
            line = line.andStrong("every node " + (rollout.drain() ? "is drained and reboots " : "reboots without a drain ") + times(rollout.times()));
            if (rollout.timesUnlessPaused() > rollout.times()) {
                line = line.and(", or " + times(rollout.timesUnlessPaused())
                        + " where the pool is not paused until all of it has arrived");
            }
        } else {
            line = line.andStrong((rollout.drain() ? "every node is drained and does not reboot"
                    : "no node reboots or is drained"));
            line = rollout.actions().isEmpty() ? line
                    : line.and("; each does: " + String.join(", ", rollout.actions()));
        }
        return line.and("; " + estimate(rollout)).and(because(rollout));
    }

    private static String times(int times) {
        return switch (times) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    private static String estimate(Rollout rollout) {
        if (rollout.paused()) {
            return "but the pool is paused, and nothing happens until it is resumed";
        }
        var estimate = rollout.estimate();
        String atATime = estimate.atATime().isPresent() ? estimate.atATime().getAsInt() + " at a time" : "some at a time";
        if (estimate.batches().isPresent()) {
            return Words.count(estimate.nodes().orElseThrow(), "node") + ", " + atATime + ", so "
                    + Words.count(estimate.batches().getAsInt(), "turn");
        }
        return atATime + "; how many nodes there are is not in the spec";
    }

    private static Line because(Rollout rollout) {
        return rollout.causes().isEmpty() ? Line.EMPTY
                : Line.words("; because of ").and(Line.codes(rollout.causes().stream().map(cause -> cause.kind() + "/" + cause.name()).distinct().toList()));
    }

    /** What many effects have in common: they are one row. */
    private record Kind(Impact impact, Subject.Change change, String kind, String why, String source, Author author) {

        private static Kind of(Effect effect) {
            return new Kind(effect.impact(), effect.subject().change(), effect.subject().kind(),
                    effect.why(), effect.source(), effect.author());
        }
    }

    private static Block effects(List<Effect> effects) {
        Map<Kind, Map<String, List<Effect>>> kinds = new LinkedHashMap<>();
        effects.forEach(effect -> kinds.computeIfAbsent(Kind.of(effect), kind -> new LinkedHashMap<>())
                .computeIfAbsent(what(effect), what -> new ArrayList<>()).add(effect));
        List<List<Cell>> rows = new ArrayList<>();
        kinds.forEach((kind, alike) -> {
            if (alike.size() > MOST_ALIKE) {
                rows.add(row(kind, List.copyOf(alike.keySet()), alike.values().stream().flatMap(List::stream).toList()));
            } else {
                alike.forEach((what, same) -> rows.add(row(kind, List.of(what), same)));
            }
        });
        return new Block.Table("What happens, gravest first", List.of("Effect", "What changes", "Whom it reaches", "Why"), rows);
    }

    /** What happens, without the name of the tunnel or the pool that it reaches: there is a column for that. */
    private static String what(Effect effect) {
        String what = effect.what();
        for (Tunnel tunnel : effect.scope().tunnels()) {
            what = what.replace("the tunnel from " + tunnel, "the tunnel");
        }
        for (String pool : effect.scope().pools()) {
            what = what.replace("each node of pool " + pool, "each node");
        }
        return Words.shortened(what);
    }

    private static List<Cell> row(Kind kind, List<String> whats, List<Effect> effects) {
        List<Line> effect = new ArrayList<>();
        effect.add(Line.chip(Impacts.tone(kind.impact()), kind.impact().label()).and(" ").and(Line.sentence(whats.get(0))));
        whats.stream().limit(MOST_ALIKE).skip(1).forEach(what -> effect.add(Line.sentence(what)));
        if (whats.size() > MOST_ALIKE) {
            effect.add(Line.words("and " + (whats.size() - MOST_ALIKE) + " alike"));
        }
        return List.of(
                new Cell(effect),
                new Cell(subjects(kind, effects)),
                Cell.of(scope(effects)),
                Cell.of(Line.sentence(kind.why()), Line.words(kind.source())));
    }

    private static List<Line> subjects(Kind kind, List<Effect> effects) {
        List<String> names = effects.stream().map(effect -> effect.subject().name()).distinct().toList();
        Line objects = names.size() <= MOST_NAMED ? Line.codes(names)
                : Line.codes(names.subList(0, MOST_ALIKE)).and(" and " + (names.size() - MOST_ALIKE) + " more");
        return List.of(Line.words(kind.change().label() + " ").and(objects),
                Line.words(kind.kind() + (kind.author() == Author.PLUGIN ? ", changed by the plugin and not by you" : "")));
    }

    private static Line scope(List<Effect> effects) {
        List<String> pools = sorted(effects.stream().flatMap(effect -> effect.scope().pools().stream()));
        List<String> nodes = sorted(effects.stream().flatMap(effect -> effect.scope().nodes().stream()));
        List<Tunnel> tunnels = effects.stream().flatMap(effect -> effect.scope().tunnels().stream()).distinct().sorted().toList();
        Line line = Line.EMPTY;
        if (!pools.isEmpty()) {
            line = line.and(pools.size() == 1 ? "pool " : "pools ").and(Line.codes(pools));
        }
        if (!nodes.isEmpty()) {
            line = separated(line).and(nodes.size() == 1 ? "node " : "nodes ").and(Words.names(nodes));
        }
        if (!tunnels.isEmpty()) {
            line = separated(line).and(tunnels(tunnels));
        }
        return line.spans().isEmpty() ? Line.words("the cluster") : line;
    }

    private static Line separated(Line line) {
        return line.spans().isEmpty() ? line : line.and("; ");
    }

    /** {@code tunnels of worker-0 … worker-2 to nas}: remotes of the same nodes together. */
    static Line tunnels(List<Tunnel> tunnels) {
        Map<String, List<String>> nodes = new LinkedHashMap<>();
        tunnels.forEach(tunnel -> nodes.computeIfAbsent(tunnel.remote(), remote -> new ArrayList<>()).add(tunnel.node()));
        Map<List<String>, List<String>> remotes = new LinkedHashMap<>();
        nodes.forEach((remote, own) -> remotes.computeIfAbsent(own, same -> new ArrayList<>()).add(remote));
        Line line = Line.EMPTY;
        for (Map.Entry<List<String>, List<String>> group : remotes.entrySet()) {
            int number = group.getKey().size() * group.getValue().size();
            line = separated(line).and(number == 1 ? "tunnel of " : "tunnels of ").and(Words.names(group.getKey()))
                    .and(" to ").and(Words.names(group.getValue()));
        }
        return line;
    }

    private static List<String> sorted(Stream<String> names) {
        return List.copyOf(new TreeSet<>(names.toList()));
    }

    private static List<Cell> row(CertificateChange change) {
        Line nodes = change.nodes().isEmpty() ? Line.words("every node") : Words.names(change.nodes());
        boolean newTrust = change.anchor() && change.kind() != CertificateChange.Kind.REMOVED;
        return List.of(
                Cell.of(Line.code(change.file()), Line.words((change.anchor() ? "trust anchor, pool " : "pool ") + change.pool())),
                Cell.of(newTrust ? Line.chip(Tone.CARE, change.kind().label()) : Line.words(change.kind().label())),
                change.before().map(PlanSection::certificate).orElse(Cell.words("none")),
                change.after().map(PlanSection::certificate).orElse(Cell.words("none")),
                Cell.of(nodes));
    }

    private static Cell certificate(PastCertificate certificate) {
        return Cell.of(Line.words(certificate.subject()), Line.words("until " + Words.instant(certificate.notAfter())),
                Line.code(certificate.sha256()));
    }
}
