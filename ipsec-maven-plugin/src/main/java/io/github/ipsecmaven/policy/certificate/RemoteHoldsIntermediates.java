package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
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

    /** One finding for each line of the spec and each intermediate, however many nodes it signs for. */
    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        NamedFiles<String> byIntermediate = new NamedFiles<>();
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<CertificateChain> chain = chains.of(bundle);
            if (chain.isPresent() && !chain.get().intermediates().isEmpty()) {
                byIntermediate.add(bundle.reference().file(), chain.get().intermediates().get(0).facts().subject());
            }
        }
        for (NamedFiles.Line<String> signed : byIntermediate.lines()) {
            findings.add(signed.at(),
                    signed.counted("the certificate in ", "the certificates in ") + signed.shown()
                            + signed.counted(" is", " are") + " signed by the intermediate '" + signed.common() + "'",
                    "install that intermediate on every remote, then waive this finding");
        }
    }
}
