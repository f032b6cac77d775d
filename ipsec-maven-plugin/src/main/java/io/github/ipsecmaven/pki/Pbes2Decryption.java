package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** PKCS#5 version 2: PBKDF2 and a block cipher in CBC mode. */
record Pbes2Decryption(Pbkdf2Derivation derivation, BlockCipher cipher, byte[] iv) implements Decryption {
    /** The ciphers of PBES2. */
    enum BlockCipher {
        AES_128("AES-128-CBC", "AES", 16, NISTObjectIdentifiers.id_aes128_CBC),
        AES_192("AES-192-CBC", "AES", 24, NISTObjectIdentifiers.id_aes192_CBC),
        AES_256("AES-256-CBC", "AES", 32, NISTObjectIdentifiers.id_aes256_CBC),
        DES_EDE3("DES-EDE3-CBC", "DESede", 24, PKCSObjectIdentifiers.des_EDE3_CBC);

        private final String label;
        private final String jdkName;
        private final int keyBytes;
        private final ASN1ObjectIdentifier oid;

        BlockCipher(String label, String jdkName, int keyBytes, ASN1ObjectIdentifier oid) {
            this.label = label;
            this.jdkName = jdkName;
            this.keyBytes = keyBytes;
            this.oid = oid;
        }

        static BlockCipher of(ASN1ObjectIdentifier oid) throws BundleException {
            for (var cipher : values()) {
                if (cipher.oid.equals(oid)) {
                    return cipher;
                }
            }
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "The bundle uses a PBES2 cipher (" + oid + ") that is not supported.");
        }
    }

    static Pbes2Decryption of(AlgorithmIdentifier algorithm) throws BundleException {
        var parameters = PBES2Parameters.getInstance(algorithm.getParameters());
        var derivation = Pbkdf2Derivation.of(AlgorithmIdentifier.getInstance(parameters.getKeyDerivationFunc()));
        var cipher = BlockCipher.of(parameters.getEncryptionScheme().getAlgorithm());
        if (derivation.keyBytes().isPresent() && derivation.keyBytes().get() != cipher.keyBytes) {
            throw new BundleException(BundleException.Reason.MALFORMED,
                    "The bundle derives a key whose length does not fit its cipher.");
        }
        var iv = ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters()).getOctets();
        return new Pbes2Decryption(derivation, cipher, iv);
    }

    @Override
    public Encryption fact(Encryption.Covers covers) {
        return new Encryption(covers, Encryption.PBES2, cipher.label, Optional.of(derivation.prf().digest),
                derivation.iterations());
    }

    @Override
    public byte[] decipher(byte[] ciphertext, BundlePassword password, PasswordForm form)
            throws GeneralSecurityException {
        var key = derivation.derive(password.characters(), cipher.keyBytes);
        var decipher = Cipher.getInstance(cipher.jdkName + "/CBC/PKCS5Padding");
        decipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher.jdkName), new IvParameterSpec(iv));
        return decipher.doFinal(ciphertext);
    }
}
