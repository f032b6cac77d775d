package io.github.ipsecmaven.forge;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** PEM text (RFC 7468): 64 columns, LF. */
public final class PemWriter {
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemWriter() {
    }

    /** A {@code CERTIFICATE} block. */
    public static byte[] write(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no encoding", e);
        }
    }

    /** An unencrypted {@code PRIVATE KEY} block (PKCS#8). */
    public static byte[] write(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static byte[] block(String label, byte[] der) {
        return ("-----BEGIN " + label + "-----\n" + ENCODER.encodeToString(der) + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
