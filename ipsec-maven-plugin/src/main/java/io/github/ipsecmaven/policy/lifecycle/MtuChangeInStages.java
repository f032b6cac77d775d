package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.PastMtuChange;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.MtuChange;
import java.util.Optional;

/** A change of the MTU goes stage by stage, alone. */
public final class MtuChangeInStages implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G010",
            "A change of the MTU goes through its stages one commit at a time",
            "the network operator refuses an MTU that was not migrated and a migration that was "
                    + "dropped half-way, and is then Degraded; what needs the new MTU has to wait until every "
                    + "node has it (cluster-network-operator, isOVNKubernetesChangeSafe)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Inventory> past = facts.previous();
        Optional<PastMtuChange> before = past.isPresent() ? past.get().network().mtuChange() : Optional.empty();
        Optional<MtuChange> now = facts.spec().mtuChange();
        if (now.isEmpty()) {
            checkDropped(before, facts.spec(), findings);
            return;
        }
        checkStage(before, now.get(), findings);
        boolean stageChanges = before.isEmpty() || !before.get().stage().equals(now.get().stage().text());
        boolean modeChanges = past.isPresent() && !past.get().network().mode().equals(facts.spec().mode().text());
        boolean migrating = now.get().stage() == MtuChange.Stage.MIGRATE;
        if (modeChanges && (stageChanges || migrating)) {
            findings.add(facts.spec().section().at("mode"),
                    "the mode changes from " + past.get().network().mode() + (stageChanges
                            ? " in the same commit as the stage of `mtuChange`"
                            : " while nodes migrate to the MTU " + now.get().to()),
                    "keep `mode: " + past.get().network().mode() + "` until the MTU is finalised on every node");
        }
    }

    private static void checkDropped(Optional<PastMtuChange> before, ClusterSpec spec, Findings findings) {
        if (before.isPresent()) {
            findings.add(spec.section().keyAt("mtuChange"),
                    "`mtuChange` was rendered at stage " + before.get().stage() + " and is gone from the spec",
                    "keep the line, which states the cluster's MTU\nmtuChange: {to: " + before.get().to()
                            + ", stage: finalise}");
        }
    }

    private static void checkStage(Optional<PastMtuChange> before, MtuChange now, Findings findings) {
        boolean migrating = before.isPresent() && before.get().stage().equals(MtuChange.Stage.MIGRATE.text());
        boolean sameTarget = before.isPresent() && before.get().to() == now.to();
        if (now.stage() == MtuChange.Stage.FINALISE && !sameTarget) {
            findings.add(now.section().at("stage"),
                    "stage finalise, but no migration to " + now.to() + " was rendered before",
                    "write `stage: migrate` first; finalise with a later commit, when every pool is updated");
        } else if (now.stage() == MtuChange.Stage.MIGRATE && migrating && !sameTarget) {
            findings.add(now.section().at("to"),
                    "a migration to " + before.get().to() + " is under way and cannot turn to " + now.to(),
                    "finish it with `mtuChange: {to: " + before.get().to() + ", stage: finalise}`, then start the other");
        }
    }
}
