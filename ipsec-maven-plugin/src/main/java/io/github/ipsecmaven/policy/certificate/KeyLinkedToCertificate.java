package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** NSS finds a key's certificate by an attribute of both. */
public final class KeyLinkedToCertificate implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C006",
            "The key of a bundle and its certificate have one localKeyId",
            "without it NSS cannot tell which certificate is the key's and imports neither "
                    + "(pk12util: SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<BundleIdentity> identity = bundle.content().identity();
            if (identity.isPresent() && !identity.get().linked()) {
                findings.add(bundle.reference().file().at(),
                        "the key in '" + bundle.reference().file().shown()
                                + "' and its certificate have no localKeyId in common",
                        "make the bundle again: `openssl pkcs12 -export` sets it on both");
            }
        }
    }
}
