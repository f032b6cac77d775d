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

    /**
     * A certificate of which all facts can be read.
     *
     * @throws CertificateException where the bytes are anything but exactly one certificate that the JDK can parse
     */
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
            // The JDK parses names and keys lazily; what is broken there must not surface in a rule.
            CertificateFacts.of(certificate);
            return certificate;
        } catch (RuntimeException e) {
            throw new CertificateException("not parsable", e);
        }
    }
}
