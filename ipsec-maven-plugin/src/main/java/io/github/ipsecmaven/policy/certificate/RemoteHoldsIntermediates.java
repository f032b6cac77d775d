package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** libreswan sends its own certificate only. */
public final class RemoteHoldsIntermediates implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C026",
            "A node's certificate is signed by an anchor itself",
            "libreswan sends no intermediate (`sendca` is off, and nmstate has no key for it): a "
                    + "remote that does not hold it refuses the node (pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<CertificateChain> chain = chains.of(bundle);
            if (chain.isPresent() && !chain.get().intermediates().isEmpty()) {
                findings.add(bundle.reference().file().at(),
                        "the certificate in '" + bundle.reference().file().shown() + "' is signed by the intermediate '"
                                + chain.get().intermediates().get(0).facts().subject() + "'",
                        "install that intermediate on every remote, then waive this finding");
            }
        }
    }
}
