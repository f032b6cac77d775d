package io.github.ipsecmaven.pki;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Certificates as the rules see them. */
final class Certificates {

    private Certificates() {}

    static Certificate of(X509Certificate certificate) {
        try {
            return CertificateReader.read(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    static CertificateFacts factsOf(X509Certificate certificate) {
        return of(certificate).facts();
    }
}
