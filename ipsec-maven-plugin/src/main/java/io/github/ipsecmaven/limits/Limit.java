package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.List;

/** One rule about rendered objects. */
public interface Limit {

    RuleInfo info();

    /** Adds a finding, at a place of the spec, for every object that exceeds the limit. */
    void check(ClusterSpec spec, List<Manifest> objects, Findings findings);
}
