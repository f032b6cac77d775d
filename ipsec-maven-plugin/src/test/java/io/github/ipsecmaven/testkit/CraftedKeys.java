package io.github.ipsecmaven.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Key pairs for crafted certificates, made once each because making RSA keys is slow. */
public final class CraftedKeys {

    /** Knows curves that the JDK has given up. */
    static final Provider ANY_CURVE = new BouncyCastleProvider();

    private static final Map<List<Object>, KeyPair> MADE = new ConcurrentHashMap<>();

    private CraftedKeys() {}

    /** An RSA key; the same number gives the same key. */
    public static KeyPair rsa(int bits, int number) {
        return MADE.computeIfAbsent(List.of("RSA", bits, number), key -> make("RSA", generator ->
                generator.initialize(bits)));
    }

    /** An ECDSA key on a curve by its JDK name, such as {@code secp256r1}. */
    public static KeyPair ec(String curve) {
        return MADE.computeIfAbsent(List.of("EC", curve), key -> make("EC", generator ->
                generator.initialize(new ECGenParameterSpec(curve))));
    }

    /** A key on a curve that only Bouncy Castle makes. */
    public static KeyPair koblitz() {
        return MADE.computeIfAbsent(List.of("koblitz"), key -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", ANY_CURVE);
                generator.initialize(new ECGenParameterSpec("secp256k1"));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public static KeyPair ed25519() {
        return MADE.computeIfAbsent(List.of("Ed25519"), key -> make("Ed25519", generator -> { }));
    }

    private interface Setup {
        void on(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair make(String algorithm, Setup setup) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            setup.on(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
