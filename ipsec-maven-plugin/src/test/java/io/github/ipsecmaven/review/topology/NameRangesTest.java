package io.github.ipsecmaven.review.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameRangesTest {

    @Test
    void threeInARowAreARange() {
        assertEquals(List.of("worker-0 … worker-2", "worker-4", "worker-5"),
                NameRanges.of(List.of("worker-5", "worker-2", "worker-0", "worker-4", "worker-1")));
    }

    @Test
    void numbersAreSortedAsNumbers() {
        assertEquals(List.of("w8 … w11"), NameRanges.of(List.of("w10", "w11", "w8", "w9")));
    }

    @Test
    void whatFollowsTheFirstLabelHasToBeTheSame() {
        assertEquals(List.of("w0.a.example … w2.a.example", "w3.b.example"),
                NameRanges.of(List.of("w0.a.example", "w1.a.example", "w2.a.example", "w3.b.example")));
        assertEquals(List.of("w0.p12 … w2.p12"), NameRanges.of(List.of("w0.p12", "w1.p12", "w2.p12")));
    }

    @Test
    void addressesAndPaddedNumbersStayAsTheyAre() {
        List<String> addresses = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertEquals(addresses, NameRanges.of(addresses));
        List<String> padded = List.of("w01", "w02", "w03");
        assertEquals(padded, NameRanges.of(padded));
        assertEquals(List.of("w99999999999"), NameRanges.of(List.of("w99999999999")));
    }

    @Test
    void aNameCountsOnce() {
        assertEquals(List.of("w1", "w2"), NameRanges.of(List.of("w1", "w2", "w1")));
        assertEquals(List.of(), NameRanges.of(List.of()));
    }
}
