package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** A node's certificate leads to an anchor. */
public final class BundleChainsToAnchor implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C025",
            "The certificate of a node chains to an anchor",
            "NSS imports a certificate of any authority; remotes that trust the anchors refuse it "
                    + "(SEC_ERROR_UNKNOWN_ISSUER, or `no certificate matched`; pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<Certificate> own = bundle.certificate();
            if (chains.haveAllAnchors() && own.isPresent() && chains.of(bundle).isEmpty()) {
                findings.add(bundle.reference().file().at(),
                        "the certificate in '" + bundle.reference().file().shown() + "' "
                                + (own.get().facts().selfSigned() ? "is signed by itself"
                                        : "does not chain to an anchor; its issuer is '"
                                                + own.get().facts().issuer() + "'"),
                        "name the root of its issuer under `ca`, and put the authorities between into the bundle "
                                + "(`openssl pkcs12 -export ... -certfile INTERMEDIATES`)");
            }
        }
    }
}
