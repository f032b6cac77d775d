package io.github.ipsecmaven.forge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;

/** A private key and its certificate. */
public record Identity(PrivateKey key, X509Certificate certificate) {

    private static final byte[] PROBE = "one identity".getBytes(StandardCharsets.US_ASCII);

    /** Whether what the key signs is verified by the certificate. */
    public static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        String algorithm = key instanceof RSAKey ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(PROBE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException anotherKindOfKey) {
            return false;
        }
    }

    /** Names the certificate only. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
