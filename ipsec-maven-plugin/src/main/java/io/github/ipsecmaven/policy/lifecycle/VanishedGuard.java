package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A guard that nodes have is taken off them before its MachineConfig goes. */
public final class VanishedGuard implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G013",
            "A pool's guard is made absent before it leaves the spec",
            "deleting a MachineConfig removes the file and the unit and leaves the table in the kernel, where it closes the "
                    + "remote until the node's next reboot (machine-config-operator, update.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        Set<String> now = Vanishing.guardedPools(facts.spec());
        for (Map.Entry<String, List<String>> past : facts.previous().get().guards().entrySet()) {
            String pool = past.getKey();
            if (!past.getValue().isEmpty() && !now.contains(pool)) {
                findings.add(facts.spec().section().keyAt("pools"),
                        "the nodes of pool '" + pool + "' have a guard for " + past.getValue().get(0)
                                + ", and the spec has none for them any more",
                        "add these lines; once they have been rendered and committed, they may go\n"
                                + Lines.of("pools", pool, "guard: {state: absent}"));
            }
        }
    }
}
