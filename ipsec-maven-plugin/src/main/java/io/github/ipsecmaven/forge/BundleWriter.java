package io.github.ipsecmaven.forge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Writes the one form of PKCS#12 that every NSS imports, also under a strict crypto policy: one key and one certificate
 * with the same friendlyName and localKeyId, AES-256-CBC by PBES2 with PBKDF2-HMAC-SHA-256, MAC HMAC-SHA-256. What is
 * between the certificate and its root follows it without a name; the root never, because every self-signed certificate
 * in a bundle becomes a trust anchor of libreswan.
 */
public final class BundleWriter {
    /**
     * Of each of the three derivations. A bundle's password is empty in the published procedure, or random and made by
     * a machine: more iterations would protect neither, and the node and every build pay for them. SP 800-132 asks for
     * 1000 at least.
     */
    public static final int ITERATIONS = 10_000;

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;
    private static final int MAC_BYTES = 32;

    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    private final char[] password;
    private final SecureRandom random;

    private BundleWriter(char[] password, SecureRandom random) {
        this.password = password;
        this.random = random;
    }

    /**
     * The bytes of a new bundle of a certificate that the root itself has signed.
     *
     * @see #write(String, PrivateKey, X509Certificate, List, char[], SecureRandom)
     */
    public static byte[] write(String friendlyName, PrivateKey key, X509Certificate certificate, char[] password,
            SecureRandom random) throws GeneralSecurityException {
        return write(friendlyName, key, certificate, List.of(), password, random);
    }

    /**
     * The bytes of a new bundle.
     *
     * @param friendlyName the nickname in NSS and so {@code leftcert}; not empty
     * @param key the private key of {@code certificate}; that they match is the caller's to check
     * @param intermediates the authorities between {@code certificate} and its root; none of them self-signed
     * @param password may be empty
     * @param random salts and initialisation vectors come from here
     * @throws GeneralSecurityException where the key or certificate has no encoding, or this JDK lacks an algorithm
     */
    public static byte[] write(String friendlyName, PrivateKey key, X509Certificate certificate,
            List<X509Certificate> intermediates, char[] password, SecureRandom random) throws GeneralSecurityException {
        if (friendlyName.isEmpty()) {
            throw new IllegalArgumentException("a bundle needs a friendly name");
        }
        try {
            return new BundleWriter(password, random).write(friendlyName, key, certificate, intermediates);
        } catch (IOException e) {
            throw new GeneralSecurityException("the bundle cannot be encoded", e);
        }
    }

    private byte[] write(String friendlyName, PrivateKey key, X509Certificate certificate,
            List<X509Certificate> intermediates) throws GeneralSecurityException, IOException {
        var encoded = certificate.getEncoded();
        var attributes = attributes(friendlyName, MessageDigest.getInstance("SHA-256").digest(encoded));
        var certificateBags = new ASN1EncodableVector();
        certificateBags.add(new SafeBag(PKCSObjectIdentifiers.certBag, certBag(encoded), attributes));
        for (var intermediate : intermediates) {
            certificateBags.add(new SafeBag(PKCSObjectIdentifiers.certBag, certBag(intermediate.getEncoded()), null));
        }
        var keyBag = new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, shrouded(key), attributes);
        var safe = der(new AuthenticatedSafe(new ContentInfo[] {encrypted(certificateBags), plain(keyBag)}));
        var outer = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safe));
        return der(new Pfx(outer, mac(safe)));
    }

    private static CertBag certBag(byte[] certificate) {
        return new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate));
    }

    private static ASN1Set attributes(String friendlyName, byte[] localKeyId) {
        return new DERSet(new ASN1Encodable[] {
            new Attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERSet(new DERBMPString(friendlyName))),
            new Attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DERSet(new DEROctetString(localKeyId)))
        });
    }

    private ContentInfo encrypted(ASN1EncodableVector bags) throws GeneralSecurityException, IOException {
        var encryption = new Encryption(randomBytes(SALT_BYTES), randomBytes(IV_BYTES));
        var data = new DEROctetString(encryption.encrypt(der(new DERSequence(bags)), password));
        return new ContentInfo(PKCSObjectIdentifiers.encryptedData,
                new EncryptedData(PKCSObjectIdentifiers.data, encryption.algorithm(), data));
    }

    private static ContentInfo plain(SafeBag bag) throws IOException {
        return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(der(new DERSequence(bag))));
    }

    private EncryptedPrivateKeyInfo shrouded(PrivateKey key) throws GeneralSecurityException {
        if (key.getEncoded() == null) {
            throw new GeneralSecurityException("the private key cannot be exported");
        }
        var encryption = new Encryption(randomBytes(SALT_BYTES), randomBytes(IV_BYTES));
        return new EncryptedPrivateKeyInfo(encryption.algorithm(), encryption.encrypt(key.getEncoded(), password));
    }

    private MacData mac(byte[] content) throws GeneralSecurityException {
        var salt = randomBytes(SALT_BYTES);
        var generator = new PKCS12ParametersGenerator(new SHA256Digest());
        generator.init(bmpString(password), salt, ITERATIONS);
        var key = ((KeyParameter) generator.generateDerivedMacParameters(8 * MAC_BYTES)).getKey();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return new MacData(new DigestInfo(SHA256, mac.doFinal(content)), salt, ITERATIONS);
    }

    /** UTF-16 big endian with a terminator, which makes an empty password two bytes (RFC 7292 appendix B.1). */
    private static byte[] bmpString(char[] password) {
        var bytes = new byte[2 * password.length + 2];
        for (var i = 0; i < password.length; i++) {
            bytes[2 * i] = (byte) (password[i] >> 8);
            bytes[2 * i + 1] = (byte) password[i];
        }
        return bytes;
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /** PBES2: PBKDF2-HMAC-SHA-256 and AES-256-CBC. */
    private record Encryption(byte[] salt, byte[] iv) {
        private static final ASN1ObjectIdentifier CIPHER = NISTObjectIdentifiers.id_aes256_CBC;

        AlgorithmIdentifier algorithm() {
            var derivation = new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2,
                    new PBKDF2Params(salt, ITERATIONS, KEY_BYTES, HMAC_SHA256));
            return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2,
                    new PBES2Parameters(derivation, new EncryptionScheme(CIPHER, new DEROctetString(iv))));
        }

        byte[] encrypt(byte[] plain, char[] password) throws GeneralSecurityException {
            var spec = new PBEKeySpec(password, salt, ITERATIONS, 8 * KEY_BYTES);
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(plain);
        }
    }
}
