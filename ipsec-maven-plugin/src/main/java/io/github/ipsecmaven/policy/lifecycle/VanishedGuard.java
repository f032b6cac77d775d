package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> now = facts.spec().guardedPools().stream().map(GuardedPool::name).collect(Collectors.toSet());
        facts.previous().ifPresent(previous -> previous.guards().forEach((pool, networks) -> {
            if (!networks.isEmpty() && !now.contains(pool)) {
                findings.add(facts.spec().section().keyAt("pools"),
                        "the nodes of pool '" + pool + "' have a guard for " + networks.get(0)
                                + ", and the spec has none for them any more",
                        "add these lines; once they have been rendered and committed, they may go\n"
                                + Lines.of("pools", pool, "guard: {state: absent}"));
            }
        }));
    }
}
