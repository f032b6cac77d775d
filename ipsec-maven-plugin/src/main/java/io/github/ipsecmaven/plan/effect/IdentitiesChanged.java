package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.CertificateChange;
import io.github.ipsecmaven.plan.CertificateChange.Kind;
import io.github.ipsecmaven.plan.CertificateChanges;
import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.Tunnel;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Certificates that change without a reboot: what the import tells pluto, and what that does to tunnels. */
public final class IdentitiesChanged implements Evaluator {

    private static final Rule SAME_SUBJECT = new Rule(
            "pluto reads the certificates again and keeps its connections; the new one is shown from the next negotiation on",
            "measured with libreswan 4.10, 4.15 and 5.2: ipsec whack --rereadcerts");
    private static final Rule OLDER = new Rule(
            "pluto takes the latest certificate of a subject as long as a connection holds it, so the way back to an older "
                    + "one makes the import bring the connections up again; the inventory knows when certificates end",
            "measured with libreswan 4.10 and 5.2: ipsec whack --rereadcerts");
    private static final Rule OTHER_SUBJECT = new Rule(
            "a loaded connection keeps the identity of the old subject until it comes up again",
            "measured with libreswan 4.10, 4.15 and 5.2");
    private static final Rule ANCHOR_4 = new Rule(
            "libreswan 4 sees a new anchor only when it starts, so the import restarts ipsec.service; "
                    + "/etc/ipsec-import.hold on a node puts that off",
            "measured with libreswan 4.10 and 4.15");
    private static final Rule ANCHOR_5 = new Rule(
            "libreswan 5 sees a new anchor when it reads the certificates again", "measured with libreswan 5.2");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        for (CertificateChange change : CertificateChanges.of(comparison)) {
            boolean restarts = Optional.ofNullable(comparison.verdicts().get(change.pool()))
                    .filter(verdict -> verdict.newRendered() && !verdict.reboots() && !verdict.actions().isEmpty()).isPresent();
            if (restarts) {
                subject(change, comparison).flatMap(subject -> effect(change, subject, comparison)).ifPresent(effects::add);
            }
        }
        return effects;
    }

    private static Optional<Effect> effect(CertificateChange change, Subject subject, Comparison comparison) {
        SortedSet<Tunnel> tunnels = change.nodes().isEmpty()
                ? comparison.tunnelsOfPool(change.pool())
                : comparison.tunnelsOfNodes(change.nodes());
        if (change.anchor()) {
            return Optional.of(anchor(change, subject, tunnels, comparison));
        }
        if (change.kind() == Kind.RENEWED && endsEarlier(change)) {
            return Optional.of(Effect.of(subject, Impact.INTERRUPTION, Scope.tunnels(tunnels), "tunnels drop for a moment "
                    + "if the renewed " + change.file() + ", which ends before the one of now, is older than that", OLDER));
        }
        if (change.kind() == Kind.RENEWED) {
            return Optional.of(Effect.of(subject, Impact.SETUP, Scope.pool(change.pool()),
                    "no tunnel drops for the renewed " + change.file(), SAME_SUBJECT));
        }
        return change.kind() == Kind.REPLACED
                ? Optional.of(Effect.of(subject, Impact.INTERRUPTION, Scope.tunnels(tunnels), "tunnels drop for a moment, as "
                        + change.file() + " brings another subject, which the remotes have to accept", OTHER_SUBJECT))
                : Optional.empty();
    }

    private static boolean endsEarlier(CertificateChange change) {
        return change.after().orElseThrow().notAfter().isBefore(change.before().orElseThrow().notAfter());
    }

    private static Effect anchor(CertificateChange change, Subject subject, SortedSet<Tunnel> tunnels, Comparison comparison) {
        if (!comparison.facts().runsLibreswan4()) {
            return Effect.of(subject, Impact.SETUP, Scope.pool(change.pool()),
                    "no tunnel drops for the anchor " + change.file(), ANCHOR_5);
        }
        boolean full = comparison.networkAfter().mode().equals("Full");
        return Effect.of(subject, Impact.INTERRUPTION,
                new Scope(full ? List.of(change.pool()) : List.of(), List.of(), List.copyOf(tunnels)),
                "ipsec.service restarts for the anchor " + change.file() + ", and tunnels drop for a moment"
                        + (full ? ", also those between pods" : ""), ANCHOR_4);
    }

    private static Optional<Subject> subject(CertificateChange change, Comparison comparison) {
        return Optional.ofNullable(comparison.poolsAfter().get(change.pool()))
                .map(pool -> change.anchor() ? pool.importConfig() : pool.certsConfig())
                .flatMap(name -> comparison.changed(object -> is(object, name)).stream().findFirst())
                .map(changed -> Subject.changed(changed.after()));
    }

    private static boolean is(PastObject object, String name) {
        return object.kind().equals("MachineConfig") && object.name().equals(name);
    }
}
