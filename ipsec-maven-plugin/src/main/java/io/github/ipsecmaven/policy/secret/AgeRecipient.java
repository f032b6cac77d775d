package io.github.ipsecmaven.policy.secret;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * What a public age key looks like: 32 bytes, an X25519 point, in bech32 with the prefix {@code age}.
 *
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type">age, the X25519 recipient type</a>
 */
final class AgeRecipient {

    private static final int BYTES = 32;

    private AgeRecipient() {}

    /** Whether a text is, or begins like, what only its owner may know. */
    static boolean isPrivate(String text) {
        return text.toUpperCase(Locale.ROOT).startsWith("AGE-");
    }

    /** Why a text is no such key; empty where it is one. */
    static Optional<String> problem(String text) {
        if (text.startsWith("ssh-")) {
            return Optional.of("is an SSH key");
        }
        Bech32Address address;
        try {
            address = Bech32.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("has a typing error: its checksum does not fit");
        }
        String prefix = address.getHumanReadablePart().toString();
        if (!prefix.equals("age")) {
            return Optional.of("is a key of another kind: it begins with '" + prefix + "1', not with 'age1'");
        }
        return address.getData().length == BYTES && isPoint(address.getData())
                ? Optional.empty()
                : Optional.of("is a key that nobody can have");
    }

    /** Whether something can be encrypted for it: with a few points every secret would come out as zero. */
    private static boolean isPoint(byte[] littleEndian) {
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate());
            var spec = new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(littleEndian));
            agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(spec), true);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 11 has X25519", e);
        }
    }

    /** The highest bit means nothing (RFC 7748, section 5). */
    private static BigInteger coordinate(byte[] littleEndian) {
        byte[] bigEndian = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bigEndian[i] = littleEndian[BYTES - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        return new BigInteger(1, bigEndian);
    }
}
