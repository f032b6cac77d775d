package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The six schemes of RFC 7292 appendix C, all with SHA-1. */
record Pkcs12Decryption(Scheme scheme, Pkcs12Derivation derivation) implements Decryption {
    private static final int IV_BYTES = 8;

    /** The schemes by their names in the RFC. */
    enum Scheme {
        RC4_128("pbeWithSHAAnd128BitRC4", "RC4-128", 16, PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4),
        RC4_40("pbeWithSHAAnd40BitRC4", "RC4-40", 5, PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4),
        DES_EDE3("pbeWithSHAAnd3-KeyTripleDES-CBC", "DES-EDE3-CBC", 24,
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC),
        DES_EDE2("pbeWithSHAAnd2-KeyTripleDES-CBC", "DES-EDE2-CBC", 16,
                PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC),
        RC2_128("pbeWithSHAAnd128BitRC2-CBC", "RC2-128-CBC", 16, PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC),
        RC2_40("pbeWithSHAAnd40BitRC2-CBC", "RC2-40-CBC", 5, PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC);

        private final String label;
        private final String cipher;
        private final int keyBytes;
        private final ASN1ObjectIdentifier oid;

        Scheme(String label, String cipher, int keyBytes, ASN1ObjectIdentifier oid) {
            this.label = label;
            this.cipher = cipher;
            this.keyBytes = keyBytes;
            this.oid = oid;
        }

        static Scheme of(ASN1ObjectIdentifier oid) throws BundleException {
            for (var scheme : values()) {
                if (scheme.oid.equals(oid)) {
                    return scheme;
                }
            }
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "The bundle uses an encryption scheme (" + oid + ") that is not supported.");
        }
    }

    static Pkcs12Decryption of(AlgorithmIdentifier algorithm) throws BundleException {
        var scheme = Scheme.of(algorithm.getAlgorithm());
        var parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
        var iterations = IterationBudget.count(parameters.getIterations());
        return new Pkcs12Decryption(scheme, new Pkcs12Derivation(Hash.SHA1, parameters.getIV(), iterations));
    }

    @Override
    public Encryption fact(Encryption.Covers covers) {
        return new Encryption(covers, scheme.label, scheme.cipher, Optional.empty(), derivation.iterations());
    }

    @Override
    public byte[] decipher(byte[] ciphertext, BundlePassword password, PasswordForm form)
            throws GeneralSecurityException {
        var bytes = password.bmpString(form);
        var key = derivation.derive(Pkcs12Derivation.Purpose.KEY, bytes, scheme.keyBytes);
        return switch (scheme) {
            case RC4_128, RC4_40 -> {
                var cipher = Cipher.getInstance("ARCFOUR");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
                yield cipher.doFinal(ciphertext);
            }
            case DES_EDE3, DES_EDE2 -> {
                var cipher = Cipher.getInstance("DESede/CBC/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(threeKeys(key), "DESede"),
                        new IvParameterSpec(iv(bytes)));
                yield cipher.doFinal(ciphertext);
            }
            case RC2_128, RC2_40 -> {
                var cipher = Cipher.getInstance("RC2/CBC/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "RC2"),
                        new RC2ParameterSpec(8 * scheme.keyBytes, iv(bytes)));
                yield cipher.doFinal(ciphertext);
            }
        };
    }

    private byte[] iv(byte[] password) throws GeneralSecurityException {
        return derivation.derive(Pkcs12Derivation.Purpose.IV, password, IV_BYTES);
    }

    /** With two keys the third DES operation uses the first again. */
    private static byte[] threeKeys(byte[] key) {
        var keys = Arrays.copyOf(key, 24);
        if (key.length == 16) {
            System.arraycopy(key, 0, keys, 16, 8);
        }
        return keys;
    }
}
