package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;

/** One rule about rendered objects. */
public interface Limit {

    RuleInfo info();

    /** Adds a finding, at a place of the spec, for every object that exceeds the limit. */
    void check(Rendered rendered, Findings findings);
}
