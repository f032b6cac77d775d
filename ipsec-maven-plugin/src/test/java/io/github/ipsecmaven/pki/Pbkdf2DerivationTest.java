package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our derivation and the JDK's are the same function. */
class Pbkdf2DerivationTest {

    private static final String LETTERS = "aZ09 \u00e9\u20ac\ud83d\ude00";

    private final Random random = new Random(8018);

    @ParameterizedTest
    @EnumSource(Hash.class)
    void derivesWhatTheJdkDerives(Hash hash) throws GeneralSecurityException {
        for (var i = 0; i < 40; i++) {
            var password = password(random.nextInt(200));
            var salt = new byte[1 + random.nextInt(80)];
            random.nextBytes(salt);
            var iterations = 1 + random.nextInt(50);
            var length = 1 + random.nextInt(64);

            assertArrayEquals(
                    SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash.digest.replace("-", ""))
                            .generateSecret(new PBEKeySpec(password, salt, iterations, 8 * length)).getEncoded(),
                    new Pbkdf2Derivation(hash, salt, iterations, Optional.empty()).derive(password, length));
        }
    }

    private char[] password(int pieces) {
        var password = new StringBuilder();
        for (var i = 0; i < pieces; i++) {
            var letter = LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, random.nextInt(8)));
            password.appendCodePoint(letter);
        }
        return password.toString().toCharArray();
    }
}
