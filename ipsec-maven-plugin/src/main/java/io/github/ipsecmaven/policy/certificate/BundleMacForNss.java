package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleMac;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** NSS opens no bundle without a MAC that it can check. */
public final class BundleMacForNss implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C008",
            "A bundle has a MAC that NSS can check",
            "NSS refuses a bundle without a MAC (SEC_ERROR_BAD_DER), and takes the MAC of RFC "
                    + "9579 for a wrong password (pk12util 3.87, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<BundleMac> mac = bundle.content().mac();
            if (mac.isEmpty() || mac.get().scheme() == BundleMac.Scheme.PBMAC1) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' has "
                                + (mac.isEmpty() ? "no MAC" : "a MAC of the scheme PBMAC1"),
                        "make it again without `-nomac` and without `-pbmac1_pbkdf2`");
            }
        }
    }
}
