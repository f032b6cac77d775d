package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import java.util.Map;

/** A pool does not leave the spec while a changed file restarts the unit that leaves with it. */
public final class PurgedPoolUnderPolicy implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G009",
            "The node disruption policy is taken back before a purged pool leaves the spec",
            "deleting the MachineConfigs removes the unit and changes files that the policy answers "
                    + "with a restart of that unit: the restart fails, the update is rolled back and the node "
                    + "is Degraded (machine-config-operator, update.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty() || !facts.previous().get().disruptionPolicy()) {
            return;
        }
        for (Map.Entry<String, PastPool> past : facts.previous().get().pools().entrySet()) {
            if (past.getValue().purged() && facts.spec().importingPool(past.getKey()).isEmpty()) {
                findings.add(facts.spec().section().keyAt("pools"),
                        "the purged pool '" + past.getKey() + "' leaves the spec while the node disruption policy is in force",
                        "keep the pool and take the policy back; once that has been rendered and committed, both may go\n"
                                + Lines.of("pools", past.getKey(), "state: purge") + "\n"
                                + Lines.of("rotation", "reboot: true"));
            }
        }
    }
}
