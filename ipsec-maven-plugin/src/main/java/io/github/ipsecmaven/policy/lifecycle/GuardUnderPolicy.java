package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A guard does not leave the spec while a changed file restarts the unit that leaves with it. */
public final class GuardUnderPolicy implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G014",
            "The node disruption policy is taken back before an absent guard leaves the spec",
            "deleting the MachineConfig removes the unit, and a file that the policy answers with a restart of that unit: "
                    + "the restart fails, the update is rolled back and the node is Degraded "
                    + "(machine-config-operator, update.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty() || !facts.previous().get().disruptionPolicy()) {
            return;
        }
        Set<String> now = Vanishing.guardedPools(facts.spec());
        for (Map.Entry<String, List<String>> past : facts.previous().get().guards().entrySet()) {
            String pool = past.getKey();
            if (past.getValue().isEmpty() && !now.contains(pool)) {
                findings.add(facts.spec().section().keyAt("pools"),
                        "the absent guard of pool '" + pool
                                + "' leaves the spec while the node disruption policy is in force",
                        "keep the line, which costs nothing, or take the policy back; once that has been rendered and "
                                + "committed, both may go\n"
                                + Lines.of("pools", pool, "guard: {state: absent}") + "\n"
                                + Lines.of("rotation", "reboot: true"));
            }
        }
    }
}
