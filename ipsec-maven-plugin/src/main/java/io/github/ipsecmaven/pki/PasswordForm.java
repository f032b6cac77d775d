package io.github.ipsecmaven.pki;

/**
 * How the password entered the PKCS#12 key derivation (RFC 7292 appendix B). "Empty" and "none" differ there; NSS
 * tries both (measured with {@code pk12util -W ""}).
 */
public enum PasswordForm {
    /** At least one character. */
    GIVEN,
    /** The empty string: two zero bytes, the terminator alone ({@code openssl pkcs12 -passout pass:}). */
    EMPTY,
    /** No password: no byte at all (OpenSSL's {@code PKCS12_create} with NULL). */
    ABSENT
}
