package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A rendered node disruption policy is not dropped: it is taken back first. */
public final class DroppedDisruptionPolicy implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G007",
            "A rendered node disruption policy is taken back before it leaves the spec",
            "the object is never pruned, so the policy would stay in force on the cluster without standing in Git");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        boolean stated = facts.previous().isPresent() && facts.previous().get().disruptionPolicy();
        if (stated && facts.spec().rebootOnRotation().isEmpty()) {
            findings.add(facts.spec().section().at(),
                    "`rotation` was rendered and is gone from the spec",
                    "keep it\n" + Lines.of("rotation", "reboot: false")
                            + "\nor take it back; once that has been rendered and committed, it may go\n"
                            + Lines.of("rotation", "reboot: true"));
        }
    }
}
