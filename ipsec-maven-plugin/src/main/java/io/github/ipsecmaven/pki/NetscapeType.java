package io.github.ipsecmaven.pki;

/** The bits of Netscape's certificate type (2.16.840.1.113730.1.1), in their order. NSS still obeys them. */
public enum NetscapeType {
    SSL_CLIENT("client"),
    SSL_SERVER("server"),
    EMAIL("email"),
    OBJECT_SIGNING("objsign"),
    RESERVED("reserved"),
    SSL_CA("sslCA"),
    EMAIL_CA("emailCA"),
    OBJECT_SIGNING_CA("objCA");

    private final String label;

    NetscapeType(String label) {
        this.label = label;
    }

    /** What OpenSSL calls it. */
    public String label() {
        return label;
    }
}
