package io.github.ipsecmaven.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a plan cannot know, said where it matters. */
final class Unknowns {

    private Unknowns() {}

    static List<String> of(Comparison comparison, List<Effect> effects) {
        List<String> unknowns = new ArrayList<>();
        if (effects.isEmpty()) {
            return unknowns;
        }
        if (comparison.isFirst()) {
            unknowns.add("no tree of the cluster was merged before, so what it has now is not known: "
                    + "the plan starts from a cluster without IPsec");
        }
        boolean updates = effects.stream().anyMatch(effect -> !effect.scope().pools().isEmpty());
        if (updates) {
            unknowns.add(comparison.facts().drains()
                    ? "how long a node takes to drain and to come back: disruption budgets and hardware decide"
                    : "how long the node takes to come back: nothing is drained where there is no other, and pods end with it");
            comparison.poolNames().stream()
                    .filter(pool -> effects.stream().anyMatch(effect -> effect.scope().pools().contains(pool)))
                    .filter(pool -> comparison.facts().pool(pool).nodes().equals(OptionalInt.empty()))
                    .forEach(pool -> unknowns.add("how many nodes pool " + pool + " has: pools." + pool
                            + ".nodes of the spec would say"));
            unknowns.add("MachineConfigs and pools that the spec does not name: a custom pool updates with worker, and "
                    + "another MachineConfig may hold the same file");
        }
        if (updates && effects.stream().map(Effect::subject).anyMatch(Unknowns::isNewPolicy)) {
            unknowns.add("whether the operator has observed the changed policy when the first node updates: a commit of its own "
                    + "before what it covers makes it certain");
        }
        boolean switchedOn = comparison.networkBefore().mode().equals("Disabled")
                && !comparison.networkAfter().mode().equals("Disabled");
        if (switchedOn && effects.stream().anyMatch(Unknowns::rebootsForTheNetwork)) {
            unknowns.add("whether ClusterOperator machine-config is available, and neither degraded nor progressing: until then "
                    + "the network operator keeps the extension back, and nothing reboots for the mode");
        }
        if (comparison.networkBefore().encapsulation().isPresent() && !comparison.networkAfter().mode().equals("Full")) {
            unknowns.add("who owns `full` of Network/cluster: where the GitOps engine is not alone, the API server refuses "
                    + "the mode until runbook/disable.merge-patch.json is applied");
        }
        if (comparison.changesWhatIsEncrypted()) {
            unknowns.add("what is encrypted: a document that was encrypted anew counts as a change of every payload in it");
        }
        unknowns.add("whether the cluster has what the old tree says: two trees are compared, not the running cluster");
        return unknowns;
    }

    private static boolean rebootsForTheNetwork(Effect effect) {
        return effect.impact() == Impact.REBOOT && effect.subject().kind().equals("Network");
    }

    private static boolean isNewPolicy(Subject subject) {
        return subject.kind().equals("MachineConfiguration") && subject.change() != Subject.Change.REMOVED;
    }
}
