package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A bundle holds a key with its certificate, under a friendly name. */
public final class BundleHasNickname implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C003",
            "A bundle holds a key and its certificate under a friendly name",
            "the friendly name is the nickname in the NSS database and so libreswan's leftcert; "
                    + "without it NSS makes one up from the subject, and the connection is refused (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            if (bundle.nickname().isEmpty()) {
                boolean keyless = bundle.content().identity().isEmpty();
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' has "
                                + (keyless ? "no key with its certificate" : "no friendly name"),
                        "make it with `openssl pkcs12 -export -inkey KEY -in CERTIFICATE -name NICKNAME`");
            }
        }
    }
}
