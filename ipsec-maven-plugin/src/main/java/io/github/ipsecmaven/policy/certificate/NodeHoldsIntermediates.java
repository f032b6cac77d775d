package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.Optional;

/** A remote sends its own certificate only, too. */
public final class NodeHoldsIntermediates implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C046",
            "A node holds the intermediates of its remotes",
            "a remote that runs libreswan sends no intermediate, and a node that does not hold it "
                    + "refuses the remote (SEC_ERROR_UNKNOWN_ISSUER, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            Optional<CertificateChain> chain = chains.of(remote);
            if (chain.isEmpty() || chain.get().intermediates().isEmpty()) {
                continue;
            }
            Certificate certificate = remote.pem().certificates().get(0).certificate();
            if (isMissing(certificate, chains, facts)) {
                FileRef file = remote.remote().certificate().orElseThrow();
                findings.add(file.at(),
                        "the certificate in '" + file.shown() + "' is signed by the intermediate '"
                                + certificate.facts().issuer() + "', which not every bundle holds",
                        "put it into the nodes' bundles (`openssl pkcs12 -export ... -certfile INTERMEDIATES`), or "
                                + "have the remote send it, then waive this finding");
            }
        }
    }

    private static boolean isMissing(Certificate certificate, Chains chains, Facts facts) {
        for (OpenedBundle bundle : NodeIdentities.of(facts).values()) {
            if (chains.of(certificate, Chains.intermediates(bundle)).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
