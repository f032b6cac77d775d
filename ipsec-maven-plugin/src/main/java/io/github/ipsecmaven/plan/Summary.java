package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.plan.CertificateChange.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in one line, what is gravest first. */
public final class Summary {

    private Summary() {}

    /** {@code pool worker reboots, 2 tunnels drop, 1 certificate changes}. */
    public static String of(Plan plan) {
        if (plan.isEmpty()) {
            return "nothing changes";
        }
        List<String> parts = Stream.of(refused(plan), rollouts(plan, true), interrupted(plan), rollouts(plan, false), held(plan),
                network(plan), certificates(plan), setUp(plan), remains(plan)).flatMap(List::stream).toList();
        return parts.isEmpty() ? "nothing happens on the cluster" : String.join(", ", parts);
    }

    private static List<String> refused(Plan plan) {
        int refused = plan.effects(Impact.REFUSED).size();
        return refused == 0 ? List.of() : List.of("the cluster refuses " + number(refused, "change"));
    }

    /** The nodes of a paused pool do nothing yet, whatever is ready for them. */
    private static List<String> rollouts(Plan plan, boolean reboots) {
        return pools(plan, rollout -> !rollout.paused() && rollout.reboots() == reboots,
                reboots ? "reboot" : "update", reboots ? "" : " without a reboot");
    }

    private static List<String> held(Plan plan) {
        return pools(plan, Rollout::paused, "wait", " to be resumed");
    }

    private static List<String> pools(Plan plan, Predicate<Rollout> which, String does, String how) {
        List<String> pools = plan.rollouts().stream().filter(which).map(Rollout::pool).toList();
        if (pools.isEmpty()) {
            return List.of();
        }
        boolean one = pools.size() == 1;
        return List.of((one ? "pool " : "pools ") + and(pools) + " " + does + (one ? "s" : "") + how);
    }

    private static List<String> interrupted(Plan plan) {
        int tunnels = plan.interrupted().size();
        return tunnels == 0 ? List.of() : List.of(number(tunnels, "tunnel") + (tunnels == 1 ? " drops" : " drop"));
    }

    private static List<String> network(Plan plan) {
        return plan.effects(Impact.ROLLOUT).isEmpty() ? List.of() : List.of("the network's pods roll out");
    }

    private static List<String> certificates(Plan plan) {
        long changes = plan.certificates().stream().filter(change -> change.kind() != Kind.REENCODED).count();
        return changes == 0
                ? List.of()
                : List.of(number((int) changes, "certificate") + (changes == 1 ? " changes" : " change"));
    }

    private static List<String> setUp(Plan plan) {
        long tunnels = plan.effects(Impact.SETUP).stream().flatMap(effect -> effect.scope().tunnels().stream()).distinct().count();
        return tunnels == 0
                ? List.of()
                : List.of(number((int) tunnels, "tunnel") + (tunnels == 1 ? " is set up" : " are set up"));
    }

    private static List<String> remains(Plan plan) {
        int remains = plan.effects(Impact.REMAINS).size();
        return remains == 0
                ? List.of()
                : List.of(number(remains, "thing") + (remains == 1 ? " stays behind" : " stay behind"));
    }

    private static String and(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.get(names.size() - 1);
    }

    private static String number(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
