package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** NSS wants an ECDSA key encrypted, or with its public half. */
public final class EcdsaKeyEncrypted implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C049",
            "An ECDSA key is encrypted in its bundle",
            "NSS imports an ECDSA key from a bag in clear text only where its public half is with "
                    + "it, and Java writes it without (SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY, pk12util "
                    + "3.87, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<BundleIdentity> identity = bundle.content().identity();
            if (identity.isPresent() && !identity.get().key().encrypted() && bundle.hasEcdsaKey()) {
                findings.add(bundle.reference().file().at(),
                        "the ECDSA key in '" + bundle.reference().file().shown() + "' is in clear text",
                        "make the bundle again without `-keypbe NONE`");
            }
        }
    }
}
