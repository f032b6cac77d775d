package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.review.document.Block.Verdict;
import io.github.ipsecmaven.review.document.Block.Verdicts;
import io.github.ipsecmaven.review.document.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers to what a reviewer asks first, over all clusters of a run. */
final class Answers {

    private static final int NAMED = 4;

    private final List<ClusterReview> clusters;
    private final Diagnostics diagnostics;

    private Answers(List<ClusterReview> clusters, Diagnostics diagnostics) {
        this.clusters = clusters;
        this.diagnostics = diagnostics;
    }

    static Verdicts of(List<ClusterReview> clusters, Diagnostics diagnostics) {
        Answers answers = new Answers(clusters, diagnostics);
        return new Verdicts(List.of(answers.reboots(), answers.interruptions(), answers.admissions(), answers.findings()));
    }

    private Verdict reboots() {
        String question = "Does it reboot nodes?";
        List<String> refused = clusters.stream().filter(review -> !review.plan().effects(Impact.REFUSED).isEmpty())
                .map(ClusterReview::name).toList();
        if (!refused.isEmpty()) {
            return new Verdict(question, Tone.ALARM, "A cluster refuses it", "refused by " + some(refused));
        }
        List<String> pools = rollouts(true);
        if (!pools.isEmpty()) {
            return new Verdict(question, Tone.ALARM, Words.count(pools.size(), "pool") + (pools.size() == 1 ? " reboots" : " reboot"),
                    detail(pools));
        }
        List<String> updated = rollouts(false);
        return updated.isEmpty()
                ? new Verdict(question, Tone.CALM, "No", "")
                : new Verdict(question, Tone.CARE, "No, but services restart", "on the nodes of " + some(updated));
    }

    private List<String> rollouts(boolean reboots) {
        List<String> pools = new ArrayList<>();
        for (ClusterReview review : clusters) {
            for (Rollout rollout : review.plan().rollouts()) {
                boolean disturbs = reboots || rollout.drain() || !rollout.actions().isEmpty();
                if (rollout.reboots() == reboots && disturbs) {
                    pools.add(rollout.pool() + nodes(rollout) + in(review));
                }
            }
        }
        return pools;
    }

    private static String nodes(Rollout rollout) {
        var nodes = rollout.estimate().nodes();
        String number = nodes.isPresent() ? " (" + Words.count(nodes.getAsInt(), "node") : "";
        String paused = rollout.paused() ? "paused" : "";
        return number.isEmpty() ? (paused.isEmpty() ? "" : " (paused)")
                : number + (paused.isEmpty() ? ")" : ", paused)");
    }

    private String in(ClusterReview review) {
        return clusters.size() == 1 ? "" : " of " + review.name();
    }

    private Verdict interruptions() {
        List<String> answers = new ArrayList<>();
        List<String> where = new ArrayList<>();
        int tunnels = 0;
        for (ClusterReview review : clusters) {
            int own = review.plan().interrupted().size();
            tunnels += own;
            if (own > 0 && clusters.size() > 1) {
                where.add(Words.count(own, "tunnel") + in(review));
            }
        }
        if (tunnels > 0) {
            answers.add(Words.count(tunnels, "tunnel") + (tunnels == 1 ? " goes down" : " go down"));
        }
        List<String> uncovered = clusters.stream().filter(ClusterReview::endsPodToPod).map(ClusterReview::name).toList();
        if (!uncovered.isEmpty()) {
            answers.add("pods' traffic goes in clear");
            where.addAll(clusters.size() == 1 ? List.of() : uncovered);
        }
        if (answers.isEmpty() && clusters.stream().anyMatch(ClusterReview::interrupts)) {
            answers.add("traffic is interrupted");
        }
        return answers.isEmpty()
                ? new Verdict("Does it cut or uncover traffic?", Tone.CALM, "No", "")
                : new Verdict("Does it cut or uncover traffic?", Tone.ALARM, capital(String.join(", ", answers)), detail(where));
    }

    private Verdict admissions() {
        Map<Admission.Kind, Integer> kinds = new EnumMap<>(Admission.Kind.class);
        List<String> who = new ArrayList<>();
        Tone tone = Tone.CALM;
        for (ClusterReview review : clusters) {
            for (Admission admission : review.admissions()) {
                tone = tone.or(admission.tone());
                kinds.merge(admission.kind(), 1, Integer::sum);
                who.add(admission.who().text() + in(review));
            }
        }
        String answer = kinds.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
        return new Verdict("Does it let anybody in?", tone,
                tone == Tone.ALARM ? "Any trusted certificate" : who.isEmpty() ? "No" : answer, detail(who));
    }

    private Verdict findings() {
        List<String> counts = new ArrayList<>();
        List<String> lesser = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = diagnostics.count(severity);
            if (number > 0) {
                (severity == Severity.NOTE ? lesser : counts).add(severity.count(number));
            }
        }
        if (!diagnostics.suppressions().isEmpty()) {
            lesser.add(diagnostics.suppressions().size() + " accepted");
        }
        long ended = ends(Tone.ALARM);
        long soon = ends(Tone.CARE);
        if (ended > 0) {
            counts.add(0, Words.count(ended, "cluster") + " with a certificate that is not valid now");
        } else if (soon > 0) {
            lesser.add(0, "a certificate that ends soon");
        }
        Tone tone = diagnostics.hasErrors() || ended > 0 ? Tone.ALARM
                : !counts.isEmpty() || soon > 0 ? Tone.CARE : Tone.CALM;
        return new Verdict("Is anything wrong with it?", tone, counts.isEmpty() ? "No" : String.join(", ", counts),
                detail(lesser));
    }

    private long ends(Tone tone) {
        return clusters.stream().filter(review -> review.firstToEnd().filter(end -> end.tone() == tone).isPresent()).count();
    }

    private static String detail(List<String> names) {
        return names.isEmpty() ? "" : some(names.stream().distinct().toList());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The first of many, and how many more there are. */
    private static String some(List<String> names) {
        return names.size() <= NAMED + 1 ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
