package io.github.ipsecmaven.openshift.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.openshift.proposal.Algorithm.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {

    @Test
    void aSpellingMeansOneAlgorithmOfAKind() {
        var seen = new HashSet<String>();
        for (var algorithm : Algorithms.all()) {
            for (var spelling : algorithm.spellings()) {
                assertTrue(seen.add(algorithm.kind() + " " + spelling), spelling);
                assertFalse(Algorithms.isRefused(spelling), spelling);
            }
        }
    }

    @Test
    void everyAlgorithmIsInSomeProtocol() {
        for (var algorithm : Algorithms.all()) {
            assertTrue(algorithm.ike() || algorithm.esp(), algorithm.name());
        }
    }

    @Test
    void fipsModeLeavesOutWhatMeasurementOfLibreswan5Showed() {
        var leftOut = Algorithms.all().stream().filter(algorithm -> !algorithm.fips()).map(Algorithm::name).toList();
        assertEquals(List.of("CHACHA20_POLY1305", "CAMELLIA_CBC", "CAMELLIA_CTR", "NULL", "AES_XCBC", "HMAC_MD5",
                "AES_XCBC_96", "HMAC_MD5_96", "DH31", "MODP1536"), leftOut);
    }

    @Test
    void theDefaultsAreThoseOfLibreswan5() {
        var defaults = Algorithms.all().stream()
                .filter(algorithm -> algorithm.strength() == Strength.DEFAULT).map(Algorithm::name).toList();
        assertEquals(List.of("AES_GCM_16", "CHACHA20_POLY1305", "AES_CBC", "HMAC_SHA2_512", "HMAC_SHA2_256",
                "HMAC_SHA2_512_256", "HMAC_SHA2_256_128", "DH19", "DH20", "DH21", "DH31", "MODP2048", "MODP3072",
                "MODP4096", "MODP8192"), defaults);
    }

    @Test
    void aSpellingHasNoCase() {
        assertEquals(Algorithms.find(Kind.GROUP, "dh20"), Algorithms.find(Kind.GROUP, "ECP_384"));
        assertEquals(Optional.empty(), Algorithms.find(Kind.PRF, "dh20"));
    }
}
