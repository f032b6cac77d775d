package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.spec.GuardedPool;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> now = facts.spec().guardedPools().stream().map(GuardedPool::name).collect(Collectors.toSet());
        facts.previous().filter(Inventory::disruptionPolicy).ifPresent(previous -> previous.guards().forEach((pool, networks) -> {
            if (networks.isEmpty() && !now.contains(pool)) {
                findings.add(facts.spec().section().keyAt("pools"),
                        "the absent guard of pool '" + pool + "' leaves the spec while the node disruption policy is in force",
                        "keep the line, which costs nothing, or take the policy back; once that has been rendered and "
                                + "committed, both may go\n"
                                + Lines.of("pools", pool, "guard: {state: absent}") + "\n"
                                + Lines.of("rotation", "reboot: true"));
            }
        }));
    }
}
