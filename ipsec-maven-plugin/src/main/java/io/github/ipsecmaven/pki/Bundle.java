package io.github.ipsecmaven.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An opened PKCS#12 file. All lists are in file order.
 *
 * @param keys every key bag
 * @param certificates every certificate bag
 * @param identities every key that has a certificate, with it
 * @param otherBags the object identifiers of the bags that are neither (CRLs, secrets)
 * @param mac the verified MAC; empty where the file has none (NSS refuses such a file)
 * @param encryptions every encryption, of bags and of single keys; none at all is possible
 * @param passwordForm how the password was encoded; EMPTY also where an empty password was never used
 * @param trailingBytes how many bytes follow the structure (NSS ignores them)
 */
public record Bundle(
        List<BundleKey> keys,
        List<BundleCertificate> certificates,
        List<BundleIdentity> identities,
        List<String> otherBags,
        Optional<BundleMac> mac,
        List<Encryption> encryptions,
        PasswordForm passwordForm,
        int trailingBytes) {

    /** Takes copies. */
    public Bundle {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        identities = List.copyOf(identities);
        otherBags = List.copyOf(otherBags);
        encryptions = List.copyOf(encryptions);
    }

    /** The same without the keys themselves: what may be remembered. */
    Bundle withoutPrivateKeys() {
        List<BundleKey> known = new ArrayList<>();
        for (BundleKey key : keys) {
            known.add(key.withoutPrivateKey());
        }
        List<BundleIdentity> same = new ArrayList<>();
        for (BundleIdentity identity : identities) {
            same.add(new BundleIdentity(known.get(keys.indexOf(identity.key())), identity.certificate(),
                    identity.linked(), identity.match()));
        }
        return new Bundle(known, certificates, same, otherBags, mac, encryptions, passwordForm, trailingBytes);
    }

    /** The first key that has a certificate, with it. */
    public Optional<BundleIdentity> identity() {
        return identities.isEmpty() ? Optional.empty() : Optional.of(identities.get(0));
    }
}
