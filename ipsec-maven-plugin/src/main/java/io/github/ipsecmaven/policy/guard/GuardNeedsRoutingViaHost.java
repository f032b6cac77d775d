package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.List;

/** A guard sees what the host routes. That tunnels need the same is said by a rule of its own. */
public final class GuardNeedsRoutingViaHost implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-K002",
            "A guard needs routingViaHost",
            "without it what pods send leaves through OVN and passes neither a tunnel nor the guard of the host: the guard "
                    + "would promise what it does not do (OVN-Kubernetes, gateway modes)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        List<GuardedNetwork> guarded = GuardedNetwork.of(spec);
        if (!guarded.isEmpty() && spec.tunnels().isEmpty() && !spec.routingViaHost().orElse(false)) {
            findings.add(spec.cluster().section().at("routingViaHost"),
                    "'" + guarded.get(0).remote() + "' is to stay closed, but nodes do not route what pods send",
                    "keep the host's routing as long as something is closed\n"
                            + Lines.of("cluster", "routingViaHost: true"));
        }
    }
}
