package io.github.ipsecmaven.openshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void aVersionWithoutPatchIsJudgedAsItsFirstRelease() {
        var minor = Version.parse("4.19");
        assertEquals(0, minor.compareTo(Version.parse("4.19.0")));
        assertEquals(0, minor.patch());
        assertFalse(minor.patchGiven());
        assertNotEquals(Version.parse("4.19.0"), minor);
    }

    @Test
    void patchesAreComparedAsNumbers() {
        assertTrue(Version.parse("4.19.22").isAtLeast(Version.parse("4.19.3")));
        assertFalse(Version.parse("4.9.40").isAtLeast(Version.parse("4.19")));
    }

    @Test
    void fiveFollowsFour() {
        assertTrue(Version.parse("5.0").isAtLeast(Version.parse("4.23.9")));
    }

    @Test
    void theStreamForgetsThePatch() {
        assertEquals(Version.parse("4.18"), Version.parse("4.18.33").stream());
        assertEquals("4.18.7", Version.parse("4.18").withPatch(7).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.19", "4.19.0", "4.19.22", "5.0"})
    void aVersionIsWrittenAsItWasRead(String text) {
        assertEquals(text, Version.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4.", "4.19.", "4.19.1.2", "4.019", "v4.19", " 4.19", "4.19 ", "4.19\n", "4.x",
        "4.19.0-rc.1", "4.19.0+build", "4.-1", "4.99999999999", "4.１９"})
    void anythingElseIsRefusedWithTheFormThatIsExpected(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Version.parse(text));
        assertTrue(refused.getMessage().contains("x.y or x.y.z"), refused.getMessage());
    }
}
