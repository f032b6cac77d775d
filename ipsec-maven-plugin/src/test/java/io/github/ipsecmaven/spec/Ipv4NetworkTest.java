package io.github.ipsecmaven.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4NetworkTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.1.2.3/24", "255.255.255.255/32"})
    void isWrittenAsItWasRead(String text) {
        assertEquals(text, network(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "10.1.0.0", "10.1.0.0/", "/16", "10.1.0.0/33", "10.1.0.0/016", "10.1.0.0/-1",
        "10.1.0/16", "10.1.0.0/16/16", "10.1.0.0/1٦", "10.1.0.0/255.255.0.0", " 10.1.0.0/16"})
    void nothingElseIsRead(String text) {
        assertTrue(Ipv4Network.parse(text).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/24, 10.1.2.0/24",
        "10.1.2.3/0,  0.0.0.0/0",
        "10.1.2.3/32, 10.1.2.3/32",
        "255.255.255.255/1, 128.0.0.0/1"})
    void aMaskTakesTheHostBits(String text, String masked) {
        assertEquals(masked, network(text).masked().toString());
    }

    @Test
    void aNetworkHoldsItsHostsAndItsParts() {
        Ipv4Network network = network("10.1.0.0/16");
        assertTrue(network.contains(Ipv4.parse("10.1.255.255").orElseThrow()));
        assertFalse(network.contains(Ipv4.parse("10.2.0.0").orElseThrow()));
        assertTrue(network.contains(network("10.1.2.0/24")));
        assertFalse(network.contains(network("10.0.0.0/8")));
        assertTrue(network.overlaps(network("10.0.0.0/8")));
        assertFalse(network.overlaps(network("10.2.0.0/16")));
        assertTrue(network("0.0.0.0/0").contains(network("255.255.255.255/32")));
    }

    private static Ipv4Network network(String text) {
        return Ipv4Network.parse(text).orElseThrow();
    }
}
