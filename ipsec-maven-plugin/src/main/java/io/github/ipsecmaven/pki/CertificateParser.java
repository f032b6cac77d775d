package io.github.ipsecmaven.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** DER to certificate, strictly: the JDK's factory alone would also take PEM, and ignore what follows. */
final class CertificateParser {
    private CertificateParser() {
    }

    /** @throws CertificateException where the bytes are anything but exactly one certificate that the JDK can parse */
    static X509Certificate parse(byte[] der) throws CertificateException {
        if (der.length == 0 || der[0] != 0x30) {
            throw new CertificateException("no DER");
        }
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new CertificateException("bytes after the certificate");
            }
            return certificate;
        } catch (RuntimeException e) {
            throw new CertificateException("not parsable", e);
        }
    }
}
