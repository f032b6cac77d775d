package io.github.ipsecmaven.policy.secret;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a public age key looks like: 32 bytes, an X25519 point, in bech32 with the prefix {@code age}.
 *
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type">age, the X25519 recipient type</a>
 */
final class AgeRecipient {

    private static final int BYTES = 32;

    /** The field of the curve has 2^255 - 19 elements (RFC 7748, section 4.1). */
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    /**
     * The points with which every secret comes out as zero. The JDK knows them too, but tells only by a key agreement,
     * which takes a cold JVM a tenth of a second.
     *
     * @see <a href="https://cr.yp.to/ecdh.html#validate">How do I validate Curve25519 public keys?</a>
     */
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            new BigInteger("325606250916557431795983626356110631294008115727848805560023387167927233504"),
            new BigInteger("39382357235489614581723060781553021112529911719440698176882885853963445705823"),
            PRIME.subtract(BigInteger.ONE));

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

    /** Whether something can be encrypted for it. */
    private static boolean isPoint(byte[] littleEndian) {
        return !SMALL_ORDER.contains(coordinate(littleEndian).mod(PRIME));
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
