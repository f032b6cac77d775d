package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** The language is ahead of the plugin in one key. */
public final class DeliveryNotYetEmitted implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-P020",
            "This version emits nothing for `delivery`",
            "the key is accepted, so that a spec need not change later; the objects of Argo CD and Flux are "
                    + "written by hand until then");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().section().has("delivery")) {
            findings.add(facts.spec().section().keyAt("delivery"),
                    "nothing is emitted for `delivery` yet",
                    "nothing; point Argo CD or Flux at the cluster's folder by hand");
        }
    }
}
