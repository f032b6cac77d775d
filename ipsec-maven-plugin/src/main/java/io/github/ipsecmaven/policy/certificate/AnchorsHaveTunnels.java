package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** The cluster has an authority of its own for its pods. */
public final class AnchorsHaveTunnels implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C035",
            "A spec with anchors has remotes",
            "the network operator makes the authority of pod-to-pod encryption itself (published "
                    + "procedure); `ca` is for tunnels only");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().anchors().isEmpty() && facts.spec().connections().isEmpty()) {
            findings.add(facts.spec().section().keyAt("ca"), "the spec has a `ca` and no remote",
                    "remove the line, or add the remotes that it is for");
        }
    }
}
