package io.github.ipsecmaven.openshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.openshift.Availability.Answer;
import io.github.ipsecmaven.openshift.LibreswanOption.Type;
import io.github.ipsecmaven.openshift.LibreswanOption.Use;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibreswanOptionsTest {

    @Test
    void everyKeyIsListedOnce() {
        var names = new HashSet<String>();
        for (var option : LibreswanOptions.all()) {
            assertTrue(names.add(option.name()), option.name());
        }
    }

    @Test
    void onlyAChoiceListsItsValues() {
        for (var option : LibreswanOptions.all()) {
            assertEquals(option.type() == Type.CHOICE, !option.values().isEmpty(), option.name());
        }
    }

    @Test
    void whatMayNotBeWrittenSaysWhatToWriteInstead() {
        for (var option : LibreswanOptions.all()) {
            assertEquals(option.use() == Use.FREE, option.instead().isEmpty(), option.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right", "leftid", "rightid", "leftcert", "rightcert", "leftrsasigkey",
        "rightrsasigkey", "leftsubnet", "rightsubnet", "leftsubnets", "rightsubnets", "type", "ikev2",
        "leftmodecfgclient"})
    void whatTheLanguageSaysItselfIsOwned(String name) {
        assertEquals(Use.OWNED, LibreswanOptions.find(name).orElseThrow().use());
    }

    @Test
    void aSharedSecretIsRefused() {
        assertEquals(Use.REFUSED, LibreswanOptions.find("psk").orElseThrow().use());
    }

    @ParameterizedTest
    @CsvSource({
        "ike,                       4.14,    YES",
        "leftmodecfgclient,         4.14.3,  UNKNOWN",
        "leftmodecfgclient,         4.15,    YES",
        "require-id-on-certificate, 4.18.9,  UNKNOWN",
        "require-id-on-certificate, 4.19,    YES",
        "leftsendcert,              4.15.40, NO",
        "rightca,                   4.18.40, UNKNOWN",
        "rightca,                   4.19,    NO",
        "rightca,                   4.19.18, NO",
        "rightca,                   4.19.19, YES",
        "nm-auto-defaults,          4.20.2,  NO",
        "nm-auto-defaults,          4.20.3,  YES",
        "leftprotoport,             4.19.21, NO",
        "rightprotoport,            4.19.22, YES",
        "leftprotoport,             4.20.10, NO",
        "leftprotoport,             4.20.11, YES",
        "leftprotoport,             4.21,    YES",
        "rightsubnets,              4.22.9,  NO",
        "rightsubnets,              5.0,     UNKNOWN",
        "rightca,                   5.3,     YES",
        "ike,                       4.13,    NO"})
    void aKeyNeedsItsReleaseOfTheOperatorAndOfTheNode(String name, String version, Answer expected) {
        var asked = Version.parse(version);
        var option = LibreswanOptions.find(name).orElseThrow();
        assertEquals(expected, LibreswanOptions.availableFrom(option, asked).in(asked));
    }

    @ParameterizedTest
    @CsvSource({
        "rightca,       '[4.19.19, 4.20.3, 4.21.0]'",
        "leftprotoport, '[4.19.22, 4.20.11, 4.21.0]'",
        "ike,           '[4.14.0]'",
        "leftsubnets,   '[]'"})
    void theFirstReleaseOfEachStreamIsNamed(String name, String expected) {
        assertEquals(expected, LibreswanOptions.firstReleases(LibreswanOptions.find(name).orElseThrow()).toString());
    }

    @Test
    void anAvailabilityIsSaidInWords() {
        var option = LibreswanOptions.find("rightca").orElseThrow();
        var minor = Version.parse("4.19");
        assertEquals("from 4.19.19 on", LibreswanOptions.availableFrom(option, minor).describe(minor));
    }

    @Test
    void whatOnlyLibreswanHasIsToldFromWhatNobodyKnows() {
        assertTrue(LibreswanOptions.isNotExposedByNmstate("pfs"));
        assertFalse(LibreswanOptions.isNotExposedByNmstate("banana"));
        for (var option : LibreswanOptions.all()) {
            assertFalse(LibreswanOptions.isNotExposedByNmstate(option.name()), option.name());
        }
    }

    @Test
    void namesAreCaseSensitive() {
        assertEquals(Optional.empty(), LibreswanOptions.find("RightCA"));
    }
}
