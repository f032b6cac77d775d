package io.github.ipsecmaven.policy.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgeRecipientTest {

    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger OF_ORDER_8 =
            new BigInteger("325606250916557431795983626356110631294008115727848805560023387167927233504");
    private static final BigInteger ALSO_OF_ORDER_8 =
            new BigInteger("39382357235489614581723060781553021112529911719440698176882885853963445705823");

    /** Those of https://cr.yp.to/ecdh.html#validate that have 255 bits. */
    static Stream<BigInteger> pointsOfSmallOrder() {
        return Stream.of(BigInteger.ZERO, BigInteger.ONE, OF_ORDER_8, ALSO_OF_ORDER_8, PRIME.subtract(BigInteger.ONE),
                PRIME, PRIME.add(BigInteger.ONE));
    }

    /** The neighbours of those, on either side, and of the ends of the field. */
    static Stream<BigInteger> otherPoints() {
        return Stream.concat(
                IntStream.rangeClosed(2, 5).mapToObj(BigInteger::valueOf)
                        .flatMap(each -> Stream.of(each, PRIME.subtract(each), PRIME.add(each))),
                Stream.of(OF_ORDER_8, ALSO_OF_ORDER_8)
                        .flatMap(each -> Stream.of(each.subtract(BigInteger.ONE), each.add(BigInteger.ONE))));
    }

    @ParameterizedTest
    @MethodSource("pointsOfSmallOrder")
    void nobodyHasAPointOfSmallOrder(BigInteger point) throws GeneralSecurityException {
        assertFalse(agrees(point), "the JDK takes it");
        assertEquals("is a key that nobody can have", AgeRecipient.problem(recipient(point)).orElseThrow());
        assertTrue(AgeRecipient.problem(recipient(point.setBit(255))).isPresent(), "the highest bit means nothing");
    }

    @ParameterizedTest
    @MethodSource("otherPoints")
    void anyOtherPointIsAKey(BigInteger point) throws GeneralSecurityException {
        assertTrue(agrees(point), "the JDK refuses it");
        assertTrue(AgeRecipient.problem(recipient(point)).isEmpty());
    }

    @Test
    void aKeyHas32Bytes() {
        assertTrue(AgeRecipient.problem(Bech32.getEncoder().encode("age", new byte[31]).toString()).isPresent());
    }

    private static boolean agrees(BigInteger point) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate());
        try {
            agreement.doPhase(KeyFactory.getInstance("X25519")
                    .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, point)), true);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    private static String recipient(BigInteger point) {
        byte[] littleEndian = new byte[32];
        for (int i = 0; i < littleEndian.length; i++) {
            littleEndian[i] = point.shiftRight(8 * i).byteValue();
        }
        return Bech32.getEncoder().encode("age", littleEndian).toString();
    }
}
