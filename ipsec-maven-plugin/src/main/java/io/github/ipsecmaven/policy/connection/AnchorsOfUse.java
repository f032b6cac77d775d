package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Pod-to-pod encryption has an authority of its own. */
public final class AnchorsOfUse implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A021",
            "Trust anchors are there for tunnels",
            "pod-to-pod encryption uses an authority that the cluster network operator makes "
                    + "(published procedure); `ca` is for tunnels alone");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        boolean used = !facts.spec().connections().isEmpty() || !facts.spec().importingPools().isEmpty();
        if (!used && !facts.spec().anchors().isEmpty()) {
            findings.add(facts.spec().section().keyAt("ca"), "the spec has a `ca`, and nothing that uses it",
                    "remove the line, or add the remotes that nodes have tunnels to");
        }
    }
}
