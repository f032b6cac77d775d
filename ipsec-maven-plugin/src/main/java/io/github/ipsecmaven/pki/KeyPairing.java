package io.github.ipsecmaven.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the certificate of each key of a bundle. */
final class KeyPairing {

    private static final byte[] PROBE = "does this key belong to that certificate?".getBytes(StandardCharsets.UTF_8);

    private KeyPairing() {}

    /** Every key that has a certificate, with it, in the order of the keys. */
    static List<BundleIdentity> of(Map<BundleKey, KeyMaterial> keys, List<BundleCertificate> certificates) {
        var identities = new ArrayList<BundleIdentity>();
        keys.forEach((key, material) -> of(key, material, certificates).ifPresent(identities::add));
        return identities;
    }

    private static Optional<BundleIdentity> of(
            BundleKey key, KeyMaterial material, List<BundleCertificate> certificates) {
        BundleIdentity linked = null;
        BundleIdentity matching = null;
        for (var certificate : certificates) {
            var isLinked = key.localKeyId().isPresent() && key.localKeyId().equals(certificate.localKeyId());
            var identity = new BundleIdentity(
                    key, certificate, isLinked, match(material, certificate.certificate().x509().getPublicKey()));
            var matches = identity.match() == KeyMatch.MATCHES;
            if (isLinked && (linked == null || matches && linked.match() != KeyMatch.MATCHES)) {
                linked = identity;
            }
            if (matches && matching == null) {
                matching = identity;
            }
        }
        return Optional.ofNullable(linked != null ? linked : matching);
    }

    /** Whether a private key belongs to a public key. */
    static KeyMatch match(KeyMaterial material, PublicKey publicKey) {
        if (CertificateReader.algorithm(publicKey) != material.algorithm()) {
            return KeyMatch.DIFFERS;
        }
        if (material.rsa().isPresent() && publicKey instanceof RSAPublicKey rsa) {
            var own = material.rsa().get();
            return own.modulus().equals(rsa.getModulus()) && own.exponent().equals(rsa.getPublicExponent())
                    ? KeyMatch.MATCHES
                    : KeyMatch.DIFFERS;
        }
        Optional<PrivateKey> privateKey = material.privateKey();
        return privateKey.isEmpty()
                ? KeyMatch.UNDECIDED
                : matchBySigning(material.algorithm(), privateKey.get(), publicKey);
    }

    private static KeyMatch matchBySigning(KeyAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
        var name = algorithm == KeyAlgorithm.EC ? "SHA256withECDSA" : algorithm.label();
        byte[] signed;
        try {
            var signer = Signature.getInstance(name);
            signer.initSign(privateKey);
            signer.update(PROBE);
            signed = signer.sign();
        } catch (GeneralSecurityException | RuntimeException e) {
            return KeyMatch.UNDECIDED;
        }
        try {
            var verifier = Signature.getInstance(name);
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return verifier.verify(signed) ? KeyMatch.MATCHES : KeyMatch.DIFFERS;
        } catch (InvalidKeyException e) {
            return KeyMatch.UNDECIDED;
        } catch (GeneralSecurityException | RuntimeException e) {
            return KeyMatch.DIFFERS;
        }
    }
}
