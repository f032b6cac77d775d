package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Comparison.Changed;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Evaluator;
import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Rule;
import io.github.ipsecmaven.plan.Scope;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.Tunnel;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tunnels' NodeNetworkConfigurationPolicies: what NMState makes of them. */
public final class TunnelsChanged implements Evaluator {

    private static final String CONTROLLER = "nmstate/kubernetes-nmstate, controllers/handler/nodenetworkconfigurationpolicy_controller.go";

    private static final Rule APPLIED = new Rule(
            "a policy is applied when it is created, and fails and is rolled back where libreswan or the certificate is not "
                    + "on the node yet",
            CONTROLLER);
    private static final Rule REPLACED = new Rule(
            "a policy is applied again whenever its spec changes, and nmstate replaces the connection as a whole; "
                    + "while an earlier change is in progress the cluster refuses another",
            CONTROLLER + ", and nmstate/nmstate, rust/src/lib/ifaces/ipsec.rs");
    private static final Rule ABSENT = new Rule(
            "state absent removes every connection of that name from the node", "nmstate/nmstate, rust/src/lib/nm");
    private static final Rule NOT_REVERTED = new Rule(
            "a policy that goes, or that leaves a node, takes nothing back there", "nmstate/kubernetes-nmstate, pull request 1395");
    private static final Rule DONE = new Rule(
            "the policy has removed its tunnel already", "nmstate/kubernetes-nmstate, pull request 1395");
    private static final Rule CAPTURE = new Rule(
            "capture cannot be changed once a policy exists", "nmstate/kubernetes-nmstate, deploy/handler, nncp-validation-policy");

    @Override
    public List<Effect> evaluate(Comparison comparison) {
        List<Effect> effects = new ArrayList<>();
        comparison.added(object -> comparison.connectionsAfter().containsKey(object.name())).forEach(object ->
                effects.add(added(object, comparison.connectionsAfter().get(object.name()))));
        comparison.changed(object -> isTunnel(object, comparison)).stream().filter(changed -> !changed.onlyAnnotations())
                .forEach(changed -> effects.addAll(changed(changed, comparison)));
        comparison.removed(object -> comparison.connectionsBefore().containsKey(object.name())).forEach(object ->
                effects.add(removed(object, comparison.connectionsBefore().get(object.name()))));
        return effects;
    }

    private static Effect added(PastObject object, PastConnection connection) {
        Tunnel tunnel = Comparison.tunnel(connection);
        return connection.absent()
                ? Effect.of(Subject.added(object), Impact.NOTHING, Scope.tunnel(tunnel),
                        "a tunnel from " + tunnel + " is removed, where there is one", ABSENT)
                : Effect.of(Subject.added(object), Impact.SETUP, Scope.tunnel(tunnel),
                        "the tunnel from " + tunnel + " is set up", APPLIED);
    }

    private static List<Effect> changed(Changed changed, Comparison comparison) {
        Subject subject = Subject.changed(changed.after());
        PastConnection before = comparison.connectionsBefore().get(changed.before().name());
        PastConnection after = comparison.connectionsAfter().get(changed.after().name());
        Tunnel tunnel = Comparison.tunnel(after);
        if (!Optional.ofNullable(changed.before().spec().get("capture"))
                .equals(Optional.ofNullable(changed.after().spec().get("capture")))) {
            return List.of(Effect.of(subject, Impact.REFUSED, Scope.tunnel(tunnel),
                    "the change of the tunnel from " + tunnel + " is refused", CAPTURE));
        }
        List<Effect> effects = new ArrayList<>();
        boolean elsewhere = !before.node().equals(after.node()) || !before.interfaceName().equals(after.interfaceName());
        if (elsewhere && !before.absent()) {
            effects.add(Effect.of(subject, Impact.REMAINS, Scope.tunnel(Comparison.tunnel(before)),
                    "the tunnel from " + Comparison.tunnel(before) + " stays up as " + before.interfaceName(), NOT_REVERTED));
        }
        effects.add(after.absent()
                ? gone(subject, before, tunnel)
                : before.absent() || elsewhere
                        ? Effect.of(subject, Impact.SETUP, Scope.tunnel(tunnel), "the tunnel from " + tunnel + " is set up", APPLIED)
                        : Effect.of(subject, Impact.INTERRUPTION, Scope.tunnel(tunnel),
                                "the tunnel from " + tunnel + " is set up anew and drops for a moment", REPLACED));
        return effects;
    }

    private static Effect gone(Subject subject, PastConnection before, Tunnel tunnel) {
        return before.absent()
                ? Effect.of(subject, Impact.NOTHING, Scope.tunnel(tunnel), "the tunnel from " + tunnel + " stays away", DONE)
                : Effect.of(subject, Impact.INTERRUPTION, Scope.tunnel(tunnel),
                        "the tunnel from " + tunnel + " goes for good", ABSENT);
    }

    private static Effect removed(PastObject object, PastConnection connection) {
        Tunnel tunnel = Comparison.tunnel(connection);
        return connection.absent()
                ? Effect.of(Subject.removed(object), Impact.NOTHING, Scope.tunnel(tunnel),
                        "the policy that removed the tunnel from " + tunnel + " goes", DONE)
                : Effect.of(Subject.removed(object), Impact.REMAINS, Scope.tunnel(tunnel),
                        "the tunnel from " + tunnel + " stays up", NOT_REVERTED);
    }

    private static boolean isTunnel(PastObject object, Comparison comparison) {
        return comparison.connectionsBefore().containsKey(object.name())
                && comparison.connectionsAfter().containsKey(object.name());
    }
}
