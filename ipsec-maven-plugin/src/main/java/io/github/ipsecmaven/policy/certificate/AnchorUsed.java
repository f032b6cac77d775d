package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An anchor that nothing needs is trusted all the same. */
public final class AnchorUsed implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-C034",
            "Something chains to each anchor",
            "libreswan trusts whatever an anchor signs, also where no certificate of the spec "
                    + "needs it (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        List<Connection> tunnels = facts.spec().tunnels();
        Chains chains = new Chains(facts);
        if (tunnels.isEmpty() || !haveCertificates(tunnels) || !chains.haveAllAnchors()) {
            return;
        }
        Set<Certificate> used = new HashSet<>();
        for (Chains.Led led : chains.all()) {
            used.add(led.chain().root());
        }
        for (CertificateUse use : CertificateUse.of(facts, Set.of(CertificateUse.Role.ANCHOR))) {
            if (!used.contains(use.certificate())) {
                findings.add(use.at(), use.shown() + " has signed nothing that the spec names",
                        "remove it, unless a remote is about to change to it");
            }
        }
    }

    /** Whether the spec gives the certificate of every remote that tunnels lead to. */
    private static boolean haveCertificates(List<Connection> tunnels) {
        for (Connection tunnel : tunnels) {
            if (tunnel.remote().certificate().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
