package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Remote;
import io.github.ipsecmaven.spec.Section;

/** A remote is there for the nodes that have tunnels to it. */
public final class RemoteHasNodes implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-A021",
            "Some node has a tunnel to each remote",
            "what no node has a tunnel to is protected nowhere, and no guard closes it: nodes and pods exchange clear "
                    + "text with it (published procedure: each tunnel is that of one node)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A cluster without IPsec may be one of a fleet whose defaults name remotes. */
    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mode() == Mode.DISABLED) {
            return;
        }
        for (Remote remote : facts.spec().remotesWithoutNodes()) {
            Section section = remote.section();
            boolean chosen = section.has("nodes");
            Section remotes = facts.spec().section().section("remotes");
            findings.add(chosen ? section.keyAt("nodes") : remotes.keyAt(remote.name()),
                    "no node has a tunnel to '" + remote.name() + "'",
                    chosen ? "name its nodes here, or remove the line, which gives a tunnel to all of them"
                            : "add `nodes`, the nodes of the cluster that are ends of tunnels");
        }
    }
}
