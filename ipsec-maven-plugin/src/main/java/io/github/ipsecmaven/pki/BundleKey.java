package io.github.ipsecmaven.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** A key bag. Not a record: a private key must not reach a generated {@code toString}. */
public final class BundleKey {
    private static final byte[] PROBE = "does this key belong to that certificate?".getBytes(StandardCharsets.UTF_8);

    private final BagAttributes attributes;
    private final boolean encrypted;
    private final KeyMaterial material;

    BundleKey(BagAttributes attributes, boolean encrypted, KeyMaterial material) {
        this.attributes = attributes;
        this.encrypted = encrypted;
        this.material = material;
    }

    /** The bag's friendlyName attribute, unchanged. */
    public Optional<String> friendlyName() {
        return attributes.friendlyName();
    }

    /** The bag's localKeyId attribute in lower-case hex. */
    public Optional<String> localKeyId() {
        return attributes.localKeyId();
    }

    /** False for a plain key bag: anyone who has the file has the key. */
    public boolean encrypted() {
        return encrypted;
    }

    /** The kind of key. */
    public KeyAlgorithm algorithm() {
        return material.algorithm();
    }

    /** The size of the modulus or of the curve's field in bits; 0 where it is not known (unnamed curve, other key). */
    public int bits() {
        return material.bits();
    }

    /** The key itself, for re-encoding; empty where this JDK has no such algorithm or curve. */
    public Optional<PrivateKey> privateKey() {
        return material.privateKey();
    }

    /** Whether this key belongs to that public key. */
    public KeyMatch match(PublicKey publicKey) {
        if (KeyAlgorithm.of(publicKey) != algorithm()) {
            return KeyMatch.DIFFERS;
        }
        if (material.rsa().isPresent() && publicKey instanceof RSAPublicKey rsa) {
            var own = material.rsa().get();
            return own.modulus().equals(rsa.getModulus()) && own.exponent().equals(rsa.getPublicExponent())
                    ? KeyMatch.MATCHES
                    : KeyMatch.DIFFERS;
        }
        return matchBySigning(publicKey);
    }

    private KeyMatch matchBySigning(PublicKey publicKey) {
        var name = algorithm() == KeyAlgorithm.EC ? "SHA256withECDSA" : algorithm().label();
        if (algorithm() == KeyAlgorithm.OTHER || privateKey().isEmpty()) {
            return KeyMatch.UNDECIDED;
        }
        byte[] signed;
        try {
            var signer = Signature.getInstance(name);
            signer.initSign(privateKey().get());
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

    /** The kind and size, never the key. */
    @Override
    public String toString() {
        return algorithm().label() + " key, " + bits() + " bits";
    }
}
