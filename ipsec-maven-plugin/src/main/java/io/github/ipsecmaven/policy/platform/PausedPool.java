package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Pool;

/** A pause that is committed is easily forgotten. */
public final class PausedPool implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P015",
            "A paused pool is resumed",
            "while it is paused its nodes get no certificate, no update and no renewed kubelet certificate; the "
                    + "pause of an upgrade is to be undone (published procedure; machine-config-operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Pool pool : facts.spec().pools()) {
            if (pool.paused()) {
                findings.add(pool.section().at("paused"),
                        "the pool '" + pool.name() + "' is paused",
                        "write `paused: false` when the changes that it waits for are all there");
            }
        }
    }
}
