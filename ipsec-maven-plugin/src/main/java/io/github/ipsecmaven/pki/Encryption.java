package io.github.ipsecmaven.pki;

import java.util.Optional;

/**
 * One password-based encryption in a bundle.
 *
 * @param covers what it encrypts
 * @param scheme {@code PBES2}, or the name of a PKCS#12 scheme such as {@code pbeWithSHAAnd40BitRC2-CBC}
 * @param cipher such as {@code AES-256-CBC}, {@code DES-EDE3-CBC}, {@code RC2-40-CBC}, {@code RC4-128}
 * @param prf PBES2 only: the digest of PBKDF2's HMAC, such as {@code SHA-256}
 * @param iterations the iteration count of the key derivation
 */
public record Encryption(Covers covers, String scheme, String cipher, Optional<String> prf, int iterations) {
    /** What one encryption covers. */
    public enum Covers {
        /** A list of bags, in practice the certificates. */
        BAGS,
        /** One private key. */
        KEY
    }

    /** The scheme's name when it is PKCS#5 version 2. */
    public static final String PBES2 = "PBES2";

    /**
     * True for everything but AES in PBES2 with keys of 128 or 256 bits: what a strict crypto policy refuses to decrypt.
     */
    public boolean legacy() {
        return !scheme.equals(PBES2) || !cipher.equals("AES-128-CBC") && !cipher.equals("AES-256-CBC");
    }
}
