package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.Optional;

/** A node's certificate leads to an anchor. */
public final class BundleChainsToAnchor implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C025",
            "The certificate of a node chains to an anchor",
            "NSS imports a certificate of any authority; remotes that trust the anchors refuse it "
                    + "(SEC_ERROR_UNKNOWN_ISSUER, or `no certificate matched`; pluto, measured)");

    private static final String MEND = "name the root of its issuer under `ca`, and put the authorities between into "
            + "the bundle (`openssl pkcs12 -export ... -certfile INTERMEDIATES`)";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec and each issuer: the root that is missing may be that of every node. */
    @Override
    public void check(Facts facts, Findings findings) {
        Chains chains = new Chains(facts);
        NamedFiles<String> byIssuer = new NamedFiles<>();
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<Certificate> own = bundle.certificate();
            if (chains.haveAllAnchors() && own.isPresent() && chains.of(bundle).isEmpty()) {
                FileRef file = bundle.reference().file();
                if (own.get().facts().selfSigned()) {
                    findings.add(file.at(), "the certificate in '" + file.shown() + "' is signed by itself", MEND);
                } else {
                    byIssuer.add(file, own.get().facts().issuer());
                }
            }
        }
        for (NamedFiles.Line<String> unchained : byIssuer.lines()) {
            findings.add(unchained.at(),
                    unchained.counted("the certificate in ", "the certificates in ") + unchained.shown()
                            + unchained.counted(" does not chain to an anchor; its issuer is '",
                                    " do not chain to an anchor; their issuer is '")
                            + unchained.common() + "'",
                    MEND);
        }
    }
}
