package io.github.ipsecmaven.pki;

import java.util.Optional;

/**
 * The integrity check of a bundle, already verified.
 *
 * @param scheme how the password becomes a key
 * @param digest the HMAC's digest, such as {@code SHA-256}
 * @param prf PBMAC1 only: the digest of the key derivation's HMAC
 * @param iterations the iteration count of the key derivation
 */
public record BundleMac(Scheme scheme, String digest, Optional<String> prf, int iterations) {
    /** How the password becomes a key. */
    public enum Scheme {
        /** RFC 7292 appendix B: what every tool reads. */
        PKCS12,
        /** RFC 9579: PBKDF2. OpenSSL reads it from 3.4 on; NSS 3.87 calls it a wrong password (measured). */
        PBMAC1
    }
}
