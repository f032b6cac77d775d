package io.github.ipsecmaven.openshift.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.openshift.proposal.Algorithm.Kind;
import java.util.HashSet;
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
    void aSpellingHasNoCase() {
        assertEquals(Algorithms.find(Kind.GROUP, "dh20"), Algorithms.find(Kind.GROUP, "ECP_384"));
        assertEquals(Optional.empty(), Algorithms.find(Kind.PRF, "dh20"));
    }
}
