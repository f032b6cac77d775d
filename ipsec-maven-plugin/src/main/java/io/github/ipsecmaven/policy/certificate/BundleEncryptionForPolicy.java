package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleMac;
import io.github.ipsecmaven.pki.Encryption;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The node's crypto policy has to allow what a bundle is protected with. */
public final class BundleEncryptionForPolicy implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C009",
            "A bundle is protected by AES-128 or AES-256, and by a MAC of the SHA-2 family",
            "under the crypto policy of the nodes NSS refuses to decrypt RC2, 3DES and AES-192 and to "
                    + "check a MAC of SHA-1 (SEC_ERROR_DECRYPTION_DISALLOWED, "
                    + "SEC_ERROR_BAD_EXPORT_ALGORITHM; measured with the policy of RHEL 9); only newer "
                    + "policies make an exception for PKCS#12");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Set<String> refused = new LinkedHashSet<>();
            for (Encryption encryption : bundle.content().encryptions()) {
                if (encryption.legacy()) {
                    refused.add(encryption.cipher());
                }
            }
            Optional<BundleMac> mac = bundle.content().mac();
            if (mac.isPresent() && mac.get().digest().equals("SHA-1")) {
                refused.add("a MAC of SHA-1");
            }
            if (!refused.isEmpty()) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' is protected by "
                                + String.join(" and ", refused),
                        "make it again with OpenSSL 3 and without `-legacy`, `-keypbe` and `-certpbe`, or with "
                                + "`ipsec:bundle`");
            }
        }
    }
}
