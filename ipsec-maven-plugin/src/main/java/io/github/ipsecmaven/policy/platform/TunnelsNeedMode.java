package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Mode;

/** Connections, live or about to be removed, need a mode that puts libreswan on the nodes. */
public final class TunnelsNeedMode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-P002",
            "Connections need mode External or Full",
            "mode Disabled takes libreswan off the nodes with a reboot; a tunnel could then neither "
                    + "be brought up nor taken down (published procedure, prerequisites; cluster-network-"
                    + "operator)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().mode() == Mode.DISABLED && !facts.spec().connections().isEmpty()) {
            boolean live = !facts.spec().tunnels().isEmpty();
            findings.add(facts.spec().section().at("mode"),
                    live ? "mode Disabled, but the spec has tunnels" : "mode Disabled while tunnels are being removed",
                    live ? "write `mode: External`, or `state: absent` on every remote first"
                            : "disable IPsec with a later commit, when the absent connections are out of the spec");
        }
    }
}
