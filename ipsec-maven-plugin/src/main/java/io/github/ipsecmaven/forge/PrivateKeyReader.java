package io.github.ipsecmaven.forge;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads private keys as authorities and cert-manager deliver them: PEM, PKCS#8 plain or encrypted, PKCS#1 or SEC1. */
public final class PrivateKeyReader {

    private PrivateKeyReader() {}

    /**
     * Reads the first private key of a PEM file.
     *
     * @param password opens an encrypted PKCS#8 key; ignored for others
     * @throws GeneralSecurityException where there is none that can be read; the message holds nothing of the key
     */
    public static PrivateKey read(String pem, char[] password) throws GeneralSecurityException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PrivateKeyInfo info) {
                    return key(info);
                }
                if (object instanceof PEMKeyPair pair) {
                    return key(pair.getPrivateKeyInfo());
                }
                if (object instanceof PKCS8EncryptedPrivateKeyInfo info) {
                    return decrypted(info.getEncoded(), password);
                }
                if (object instanceof PEMEncryptedKeyPair) {
                    throw new GeneralSecurityException("the key is encrypted in the old PEM way, which is weak: convert it "
                            + "with `openssl pkcs8 -topk8`");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("the private key cannot be read");
        }
        throw new GeneralSecurityException("there is no private key in the file");
    }

    private static PrivateKey decrypted(byte[] encoded, char[] password) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encoded);
            // The JDK names a PBES2 scheme only in the text of its parameters.
            String scheme = info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)), info.getAlgParameters());
            return key(PrivateKeyInfo.getInstance(info.getKeySpec(cipher).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new GeneralSecurityException("the encrypted private key cannot be opened with this password");
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws GeneralSecurityException {
        try {
            String algorithm = switch (info.getPrivateKeyAlgorithm().getAlgorithm().getId()) {
                case "1.2.840.113549.1.1.1" -> "RSA";
                case "1.2.840.10045.2.1" -> "EC";
                default -> throw new GeneralSecurityException("the key is neither RSA nor EC, and libreswan takes no other");
            };
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (IOException e) {
            throw new GeneralSecurityException("the private key cannot be read");
        }
    }
}
