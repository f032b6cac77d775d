package io.github.ipsecmaven.openshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.openshift.Availability.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {

    @Test
    void rowsAreInAscendingOrderWithoutDuplicates() {
        var rows = Releases.all();
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i - 1).stream().compareTo(rows.get(i).stream()) < 0, rows.get(i).toString());
        }
    }

    @Test
    void nodeSoftwareOfEveryRowStartsAtItsFirstReleaseAndAscends() {
        for (var row : Releases.all()) {
            assertEquals(0, row.nodeSoftware().get(0).fromPatch(), row.toString());
            for (int i = 1; i < row.nodeSoftware().size(); i++) {
                assertTrue(row.nodeSoftware().get(i - 1).fromPatch() < row.nodeSoftware().get(i).fromPatch());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.23", "5.0"})
    void aRowThatJudgesLaterStreamsSaysNothingAboutAPatch(String stream) {
        var row = Releases.of(Version.parse(stream)).orElseThrow();
        assertEquals(1, row.nodeSoftware().size());
        assertInstanceOf(Availability.Always.class, row.fullEncapsulation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.13", "4.13.50", "3.11"})
    void anOlderReleaseHasNoRow(String version) {
        assertEquals(Optional.empty(), Releases.of(Version.parse(version)));
        assertFalse(Releases.isKnown(Version.parse(version)));
    }

    @ParameterizedTest
    @CsvSource({"4.24.3, 4.23", "5.3, 5.0", "6.0, 5.0"})
    void aReleaseWithoutARowIsJudgedByTheNewestBeforeIt(String version, String row) {
        assertEquals(Version.parse(row), Releases.of(Version.parse(version)).orElseThrow().stream());
        assertFalse(Releases.isKnown(Version.parse(version)));
    }

    @Test
    void everyPatchOfARowIsKnown() {
        assertTrue(Releases.isKnown(Version.parse("4.19.99")));
    }

    @ParameterizedTest
    @CsvSource({
        "4.14.9,  EMPTY_OBJECT, NO,      3.4.0, NONE",
        "4.15,    MODE,         NO,      3.4.0, NONE",
        "4.16.50, MODE,         UNKNOWN, 3.4.0, TECH_PREVIEW_EXACT_PATH",
        "4.17,    MODE,         UNKNOWN, 3.4.0, GENERAL",
        "4.18.20, MODE,         UNKNOWN, 3.4.0, GENERAL",
        "4.19,    MODE,         YES,     3.5.0, GENERAL",
        "5.0,     MODE,         YES,     3.5.0, GENERAL"})
    void aRowSaysWhatItsReleaseCanDo(String version, IpsecConfigForm form, Answer encapsulation, String ignition,
            NodeDisruptionPolicy policy) {
        var asked = Version.parse(version);
        var row = Releases.of(asked).orElseThrow();
        assertEquals(form, row.ipsecConfig());
        assertEquals(encapsulation, row.fullEncapsulation().in(asked));
        assertEquals(ignition, row.newestIgnition());
        assertEquals(policy, row.nodeDisruptionPolicy());
    }

    @Test
    void aBackportSaysWhatIsOnRecord() {
        var row = Releases.of(Version.parse("4.18")).orElseThrow();
        assertEquals("in those releases of 4.18 that hold pull request 2711 of openshift/cluster-network-operator, "
                + "committed 2025-05-26; which z was the first is not on record and must be confirmed",
                row.fullEncapsulation().describe(row.stream()));
    }

    @ParameterizedTest
    @CsvSource({"4.15, in no release of 4.15", "4.19.3, in every release of 4.19"})
    void anAvailabilityIsSaidInWords(String version, String expected) {
        var asked = Version.parse(version);
        assertEquals(expected, Releases.of(asked).orElseThrow().fullEncapsulation().describe(asked));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.2.24", "18, 1.2.24", "19, 1.2.27-2", "21, 1.2.27-2", "22, 1.2.29-1", "99, 1.2.29-1"})
    void nodeSoftwareChangesWithThePatch(int patch, String plugin) {
        var row = Releases.of(Version.parse("4.19")).orElseThrow();
        assertEquals(plugin, row.nodeSoftwareOf(patch).networkManagerLibreswan());
    }

    @Test
    void everyReleaseAcceptsTheIgnitionVersionThatTheNetworkOperatorEmits() {
        for (var row : Releases.all()) {
            assertTrue(row.acceptsIgnition("3.2.0"), row.toString());
            assertFalse(row.acceptsIgnition("3.6.0"), row.toString());
            assertFalse(row.acceptsIgnition("2.2.0"), row.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseFact.class)
    void everyColumnNamesItsSource(ReleaseFact fact) {
        assertFalse(fact.source().isBlank());
    }
}
