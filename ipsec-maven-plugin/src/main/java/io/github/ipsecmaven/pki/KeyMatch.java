package io.github.ipsecmaven.pki;

/** Whether a private key belongs to a public key. */
public enum KeyMatch {
    /** Proved: same RSA modulus and exponent, or a signature that verifies. */
    MATCHES,
    /** Disproved. */
    DIFFERS,
    /** This JDK cannot use a key of that algorithm or curve. */
    UNDECIDED
}
