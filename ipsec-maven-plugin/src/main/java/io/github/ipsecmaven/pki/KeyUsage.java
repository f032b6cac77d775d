package io.github.ipsecmaven.pki;

/** The bits of the keyUsage extension in their order (RFC 5280 section 4.2.1.3), by their names there. */
public enum KeyUsage {
    DIGITAL_SIGNATURE("digitalSignature"),
    NON_REPUDIATION("nonRepudiation"),
    KEY_ENCIPHERMENT("keyEncipherment"),
    DATA_ENCIPHERMENT("dataEncipherment"),
    KEY_AGREEMENT("keyAgreement"),
    KEY_CERT_SIGN("keyCertSign"),
    CRL_SIGN("cRLSign"),
    ENCIPHER_ONLY("encipherOnly"),
    DECIPHER_ONLY("decipherOnly");

    private final String label;

    KeyUsage(String label) {
        this.label = label;
    }

    /** The name in the RFC. */
    public String label() {
        return label;
    }
}
