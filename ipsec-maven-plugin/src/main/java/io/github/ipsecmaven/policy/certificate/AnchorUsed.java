package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.HashSet;
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
        boolean allKnown = facts.spec().tunnels().stream()
                .allMatch(connection -> connection.remote().certificate().isPresent());
        if (facts.spec().tunnels().isEmpty() || !allKnown) {
            return;
        }
        Chains chains = new Chains(facts);
        Set<Certificate> used = new HashSet<>();
        facts.credentials().bundles().values().forEach(bundle ->
                chains.of(bundle).ifPresent(chain -> used.add(chain.root())));
        facts.credentials().remoteCertificates().forEach(remote ->
                chains.of(remote).ifPresent(chain -> used.add(chain.root())));
        for (CertificateUse use : CertificateUse.of(facts, Set.of(CertificateUse.Role.ANCHOR))) {
            if (!used.contains(use.certificate())) {
                findings.add(use.at(), use.shown() + " has signed nothing that the spec names",
                        "remove it, unless a remote is about to change to it");
            }
        }
    }
}
