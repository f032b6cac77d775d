package io.github.ipsecmaven.pki;

import java.security.PrivateKey;
import java.util.Optional;

/** A key bag. Not a record: a private key must not reach a generated {@code toString}. */
public final class BundleKey {

    private final Optional<String> friendlyName;
    private final Optional<String> localKeyId;
    private final boolean encrypted;
    private final KeyAlgorithm algorithm;
    private final int bits;
    private final Optional<KeyMaterial> material;

    private BundleKey(Optional<String> friendlyName, Optional<String> localKeyId, boolean encrypted,
            KeyAlgorithm algorithm, int bits, Optional<KeyMaterial> material) {
        this.friendlyName = friendlyName;
        this.localKeyId = localKeyId;
        this.encrypted = encrypted;
        this.algorithm = algorithm;
        this.bits = bits;
        this.material = material;
    }

    static BundleKey of(BagAttributes attributes, boolean encrypted, KeyMaterial material) {
        return new BundleKey(attributes.friendlyName(), attributes.localKeyId(), encrypted, material.algorithm(),
                material.bits(), Optional.of(material));
    }

    /** What is known of a key that is not at hand. The parameters are those that the methods tell. */
    public static BundleKey known(Optional<String> friendlyName, Optional<String> localKeyId, boolean encrypted,
            KeyAlgorithm algorithm, int bits) {
        return new BundleKey(friendlyName, localKeyId, encrypted, algorithm, bits, Optional.empty());
    }

    BundleKey withoutPrivateKey() {
        return known(friendlyName, localKeyId, encrypted, algorithm, bits);
    }

    /** The bag's friendlyName attribute, unchanged. */
    public Optional<String> friendlyName() {
        return friendlyName;
    }

    /** The bag's localKeyId attribute in lower-case hex. */
    public Optional<String> localKeyId() {
        return localKeyId;
    }

    /** False for a plain key bag: anyone who has the file has the key. */
    public boolean encrypted() {
        return encrypted;
    }

    /** The kind of key. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The size of the modulus or of the curve's field in bits; 0 where it is not known (unnamed curve, other key). */
    public int bits() {
        return bits;
    }

    /** The key itself, for re-encoding; empty where this JDK has no such algorithm or curve, or it is not at hand. */
    public Optional<PrivateKey> privateKey() {
        return material.isEmpty() ? Optional.empty() : material.get().privateKey();
    }

    /** The kind and size, never the key. */
    @Override
    public String toString() {
        return algorithm.label() + " key, " + bits + " bits";
    }
}
