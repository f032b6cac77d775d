package io.github.ipsecmaven.testkit;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * A pair of age keys, made for a test.
 *
 * @param recipient the public one
 * @param identity the private one
 */
public record AgeKeys(String recipient, String identity) {

    /** A new pair. */
    public static AgeKeys make() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new AgeKeys(pair.getPublic().toString(),
                    new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
