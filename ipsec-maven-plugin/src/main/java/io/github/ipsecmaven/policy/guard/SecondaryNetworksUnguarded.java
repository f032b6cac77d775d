package io.github.ipsecmaven.policy.guard;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.Remote;

/** What does not pass the host's own network stack passes no guard. */
public final class SecondaryNetworksUnguarded implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-K009",
            "A guard is known not to see secondary networks and IPv6",
            "pods on macvlan, ipvlan, SR-IOV or localnet networks and programs with raw sockets send past the host's "
                    + "postrouting, and the language knows the IPv4 addresses of a remote only (nftables; Multus)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (GuardedPool pool : facts.spec().guardedPools()) {
            if (!pool.claims().isEmpty()) {
                Remote remote = pool.claims().get(0).connection().remote();
                findings.add(remote.failClosedAt(),
                        "the guard for '" + remote.name() + "' does not see pods on secondary networks, nor IPv6",
                        "give the remote no IPv6 address, and keep pods that talk to it on the cluster's own network");
                return;
            }
        }
    }
}
