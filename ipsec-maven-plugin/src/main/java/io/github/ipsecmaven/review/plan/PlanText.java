package io.github.ipsecmaven.review.plan;

import io.github.ipsecmaven.plan.Author;
import io.github.ipsecmaven.plan.CertificateChange;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.Summary;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for a terminal: the verdict first, then pools, effects, certificates, and what is not known. */
public final class PlanText {

    private static final int FINGERPRINT = 16;
    private static final int NAMED = 4;

    /** How many effects of one reason a terminal shows; the other forms have them all. */
    private static final int SHOWN = 20;

    private final List<String> lines = new ArrayList<>();

    private PlanText() {}

    /**
     * The lines.
     *
     * @param against what the plan compares with
     */
    public static List<String> of(Plan plan, String against) {
        PlanText text = new PlanText();
        text.write(plan, against);
        return text.lines;
    }

    private void write(Plan plan, String against) {
        line(0, plan.cluster() + ": " + Summary.of(plan));
        line(1, "compared with " + against);
        section("Pools", plan.rollouts(), this::rollout);
        for (Impact impact : Impact.values()) {
            section(heading(impact), alike(plan.effects(impact)), this::effects);
        }
        section("Certificates", plan.certificates(), this::certificate);
        section("Not known", plan.unknowns(), unknown -> line(2, "? " + unknown));
        if (plan.otherFiles() > 0) {
            line(0, "");
            line(1, plan.otherFiles() + (plan.otherFiles() == 1 ? " file" : " files")
                    + " beside, which no cluster reads: reviews, runbooks, what engines and installers read");
        }
    }

    private interface Writer<T> {
        void write(T part);
    }

    private <T> void section(String heading, List<T> parts, Writer<T> writer) {
        if (!parts.isEmpty()) {
            line(0, "");
            line(1, heading);
            parts.forEach(writer::write);
        }
    }

    private void rollout(Rollout rollout) {
        line(2, "! " + rollout.pool() + ": " + update(rollout));
        line(4, turns(rollout));
        if (rollout.paused()) {
            line(4, "the spec says that the pool is paused: nothing happens before it is resumed");
        }
        if (rollout.timesUnlessPaused() > rollout.times()) {
            line(4, "up to " + rollout.timesUnlessPaused() + " times where the pool is not paused until all that reboots it is there:"
                    + " runbook/enable.md");
        }
        if (rollout.reboots() && !rollout.tunnels().isEmpty()) {
            int more = rollout.tunnels().size() - NAMED;
            line(4, "each node's tunnels drop with it: " + rollout.tunnels().stream().limit(NAMED).map(String::valueOf)
                    .collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static String update(Rollout rollout) {
        if (rollout.reboots()) {
            return rollout.drain() ? "every node is drained and reboots" : "every node reboots, without a drain";
        }
        String actions = String.join(", then ", rollout.actions());
        return (rollout.drain() ? "every node is drained, no reboot: " : "no drain, no reboot: ") + actions;
    }

    private static String turns(Rollout rollout) {
        var estimate = rollout.estimate();
        String atATime = estimate.atATime().isPresent() ? estimate.atATime().getAsInt() + " at a time" : "a share of them at a time";
        if (estimate.nodes().isEmpty()) {
            return atATime + ", of as many as there are";
        }
        int nodes = estimate.nodes().getAsInt();
        return nodes + (nodes == 1 ? " node, " : " nodes, ") + atATime + (estimate.batches().isPresent()
                ? ": " + estimate.batches().getAsInt() + (estimate.batches().getAsInt() == 1 ? " turn" : " turns")
                : "");
    }

    private static String heading(Impact impact) {
        return switch (impact) {
            case REFUSED -> "What the cluster refuses";
            case REBOOT -> "What reboots nodes";
            case INTERRUPTION -> "What interrupts tunnels";
            case RESTART -> "What restarts services";
            case ROLLOUT -> "What rolls out";
            case SETUP -> "What is set up";
            case REMAINS -> "What stays behind";
            case NOTHING -> "What has no effect";
        };
    }

    private record Reason(String why, String source) {}

    /** What happens for one reason stands together. */
    private static List<List<Effect>> alike(List<Effect> effects) {
        Map<Reason, List<Effect>> alike = new LinkedHashMap<>();
        effects.forEach(effect ->
                alike.computeIfAbsent(new Reason(effect.why(), effect.source()), reason -> new ArrayList<>()).add(effect));
        return List.copyOf(alike.values());
    }

    private void effects(List<Effect> alike) {
        alike.stream().limit(SHOWN).forEach(effect -> line(2, describe(effect)));
        if (alike.size() > SHOWN) {
            line(2, "and " + (alike.size() - SHOWN) + " more");
        }
        line(4, "because " + alike.get(0).why());
        line(4, "[" + alike.get(0).source() + "]");
    }

    private static String describe(Effect effect) {
        Subject subject = effect.subject();
        return subject.change().sign() + " " + subject.kind() + " " + subject.name() + ": " + effect.what()
                + (effect.author() == Author.PLUGIN ? " (changed by the plugin and not by you)" : "");
    }

    private void certificate(CertificateChange change) {
        line(2, sign(change) + " " + change.file() + " of pool " + change.pool() + ": "
                + (change.anchor() ? "anchor " : "") + change.kind().label()
                + (change.anchor() ? "" : ", for " + (change.nodes().isEmpty() ? "every node" : String.join(", ", change.nodes()))));
        change.before().ifPresent(before -> line(4, "was " + describe(before)));
        change.after().ifPresent(after -> line(4, "is  " + describe(after)));
    }

    private static String sign(CertificateChange change) {
        return change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
    }

    private static String describe(PastCertificate certificate) {
        return certificate.subject() + ", until " + certificate.notAfter() + ", SHA-256 "
                + certificate.sha256().substring(0, FINGERPRINT) + "...";
    }

    private void line(int depth, String text) {
        lines.add(text.isEmpty() ? "" : "  ".repeat(depth) + text);
    }
}
