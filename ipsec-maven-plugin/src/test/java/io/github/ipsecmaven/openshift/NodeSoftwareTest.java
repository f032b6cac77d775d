package io.github.ipsecmaven.openshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSoftwareTest {

    @ParameterizedTest
    @CsvSource({"1.2.24, false", "1.2.26, true", "1.2.27-2, true", "1.2.30-1, true", "0, false"})
    void knowsWhichPluginItHasAtLeast(String plugin, boolean expected) {
        assertEquals(expected, new NodeSoftware(0, plugin, true, "5.2").hasPlugin("1.2.26"));
    }

    /**
     * NetworkManager-libreswan 1.2.28 writes {@code esp} twice, and libreswan does not load the connection (measured).
     * No rule asks for it while no release has it: a row that does needs that rule.
     */
    @Test
    void noReleaseOnRecordHasThePluginThatCannotWriteEsp() {
        for (Release release : Releases.all()) {
            for (NodeSoftware software : release.nodeSoftware()) {
                assertFalse(software.networkManagerLibreswan().startsWith("1.2.28"), release.stream().toString());
            }
        }
    }
}
