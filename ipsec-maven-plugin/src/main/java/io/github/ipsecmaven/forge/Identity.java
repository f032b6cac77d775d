package io.github.ipsecmaven.forge;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and its certificate. */
public record Identity(PrivateKey key, X509Certificate certificate) {

    /** Names the certificate only. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
