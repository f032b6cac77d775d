package io.github.ipsecmaven.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    /** What machine-config-operator's maxUnavailable makes of it, and never more than there are nodes. */
    @ParameterizedTest
    @CsvSource({"40,10%,4,10", "5,33%,1,5", "5,0%,1,5", "5,0,1,5", "5,3,3,2", "5,20,5,1", "5,150%,5,1"})
    void countsTheTurns(int nodes, String maxUnavailable, int atATime, int turns) {
        Estimate estimate = Estimate.of(OptionalInt.of(nodes), Optional.of(maxUnavailable));
        assertEquals(OptionalInt.of(atATime), estimate.atATime());
        assertEquals(OptionalInt.of(turns), estimate.batches());
    }
}
