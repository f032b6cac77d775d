package io.github.ipsecmaven.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What a decrypted private key tells about itself.
 *
 * @param bits 0 where not known
 * @param rsa the public half of an RSA key
 * @param info the key itself
 */
record KeyMaterial(KeyAlgorithm algorithm, int bits, Optional<RsaPublic> rsa, PrivateKeyInfo info) {
    private static final Set<ASN1ObjectIdentifier> NSS_CURVES = Set.of(
            SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    /** The public half of an RSA key. */
    record RsaPublic(BigInteger modulus, BigInteger exponent) {
    }

    /** @throws BundleException BROKEN_KEY where the bytes are no PKCS#8 key */
    static KeyMaterial of(byte[] pkcs8) throws BundleException {
        try {
            var info = PrivateKeyInfo.getInstance(pkcs8);
            var algorithm = algorithm(info.getPrivateKeyAlgorithm());
            return switch (algorithm) {
                case RSA, RSA_PSS -> {
                    var rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
                    yield new KeyMaterial(algorithm, rsa.getModulus().bitLength(),
                            Optional.of(new RsaPublic(rsa.getModulus(), rsa.getPublicExponent())), info);
                }
                case EC, EC_OTHER -> new KeyMaterial(
                        algorithm, fieldSize(info.getPrivateKeyAlgorithm()), Optional.empty(), info);
                case ED25519 -> new KeyMaterial(algorithm, 255, Optional.empty(), info);
                case ED448 -> new KeyMaterial(algorithm, 448, Optional.empty(), info);
                case OTHER -> new KeyMaterial(algorithm, 0, Optional.empty(), info);
            };
        } catch (IOException | RuntimeException e) {
            throw new BundleException(BundleException.Reason.BROKEN_KEY, "A private key in the bundle cannot be read.");
        }
    }

    /** The algorithm that an identifier names. */
    static KeyAlgorithm algorithm(AlgorithmIdentifier identifier) {
        var oid = identifier.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return KeyAlgorithm.RSA;
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return KeyAlgorithm.RSA_PSS;
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return identifier.getParameters() instanceof ASN1ObjectIdentifier curve && NSS_CURVES.contains(curve)
                    ? KeyAlgorithm.EC : KeyAlgorithm.EC_OTHER;
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return KeyAlgorithm.ED25519;
        }
        return oid.equals(EdECObjectIdentifiers.id_Ed448) ? KeyAlgorithm.ED448 : KeyAlgorithm.OTHER;
    }

    /** The key for use; empty where the JDK cannot use it. Made anew for each who asks, as few do. */
    Optional<PrivateKey> privateKey() {
        if (algorithm == KeyAlgorithm.OTHER || algorithm == KeyAlgorithm.EC_OTHER) {
            return Optional.empty();
        }
        try {
            var factory = KeyFactory.getInstance(algorithm.label());
            return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded())));
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    private static int fieldSize(AlgorithmIdentifier algorithm) {
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier oid)) {
            return 0;
        }
        var curve = ECNamedCurveTable.getByOID(oid);
        return curve == null ? 0 : curve.getCurve().getFieldSize();
    }

    /** The kind and size, never the key. */
    @Override
    public String toString() {
        return algorithm.label() + ", " + bits + " bits";
    }
}
