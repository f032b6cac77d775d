package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A bundle holds one key. */
public final class OneKeyPerBundle implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C004",
            "A bundle holds one key",
            "of several keys NSS imports the first and then fails, or imports all of them, and "
                    + "the import on the node refuses a second one (pk12util, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            if (bundle.content().keys().size() > 1) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' holds "
                                + bundle.content().keys().size() + " keys",
                        "make one bundle for each key: "
                                + "`openssl pkcs12 -export -inkey KEY -in CERTIFICATE -name NICKNAME`");
            }
        }
    }
}
