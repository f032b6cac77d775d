package io.github.ipsecmaven.pki;

/** The kinds of key that behave differently in NSS or libreswan. */
public enum KeyAlgorithm {
    /** rsaEncryption. */
    RSA("RSA"),
    /** id-RSASSA-PSS: an RSA key restricted to PSS signatures. */
    RSA_PSS("RSASSA-PSS"),
    /** id-ecPublicKey on P-256, P-384 or P-521: the curves that NSS signs with. */
    EC("EC"),
    /** id-ecPublicKey on another curve, or on one that is written out instead of named. */
    EC_OTHER("EC on another curve"),
    /** Edwards curve 25519. */
    ED25519("Ed25519"),
    /** Edwards curve 448. */
    ED448("Ed448"),
    /** Anything else (DSA, DH, X25519, post-quantum). */
    OTHER("other");

    private final String label;

    KeyAlgorithm(String label) {
        this.label = label;
    }

    /** Whether NSS signs and verifies with such keys. */
    public boolean isKnownToNss() {
        return this == RSA || this == RSA_PSS || this == EC;
    }

    /** The name for people; except for {@link #OTHER} and {@link #EC_OTHER} also the JDK's name of the key factory. */
    public String label() {
        return label;
    }
}
