package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;

/** A remote's certificate leads to an anchor. */
public final class RemoteChainsToAnchor implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C045",
            "The certificate of a remote chains to an anchor",
            "the node refuses a certificate of an authority that it does not trust "
                    + "(SEC_ERROR_UNKNOWN_ISSUER, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            if (remote.pem().certificates().isEmpty()) {
                continue;
            }
            if (chains.haveAllAnchors() && chains.of(remote).isEmpty() && !throughBundles(remote, chains, facts)) {
                FileRef file = remote.remote().certificate().orElseThrow();
                findings.add(file.at(),
                        "the certificate in '" + file.shown() + "' does not chain to an anchor; its issuer is '"
                                + remote.pem().certificates().get(0).certificate().facts().issuer() + "'",
                        "name the root of its issuer under `ca`");
            }
        }
    }

    private static boolean throughBundles(RemoteCertificate remote, Chains chains, Facts facts) {
        Certificate certificate = remote.pem().certificates().get(0).certificate();
        for (OpenedBundle bundle : NodeIdentities.of(facts).values()) {
            if (chains.of(certificate, Chains.intermediates(bundle)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
