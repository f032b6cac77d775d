package io.github.ipsecmaven.pki;

import java.util.Optional;

/**
 * A key and the certificate that goes with it.
 *
 * @param key the key
 * @param certificate the first matching certificate with the key's localKeyId, else the first with that localKeyId,
 *     else the first whose public key matches
 * @param linked whether the localKeyIds are equal; NSS imports no pair that lacks this
 * @param match whether the key really belongs to the certificate; NSS does not look
 */
public record BundleIdentity(BundleKey key, BundleCertificate certificate, boolean linked, KeyMatch match) {

    /** The nickname under which NSS files the pair: the certificate bag's name wins, else the key bag's; may lack. */
    public Optional<String> nickname() {
        return certificate.friendlyName().isPresent() ? certificate.friendlyName() : key.friendlyName();
    }
}
