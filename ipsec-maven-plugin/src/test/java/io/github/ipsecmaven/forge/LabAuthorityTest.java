package io.github.ipsecmaven.forge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private static LabAuthority authority;

    @BeforeAll
    static void create() throws Exception {
        authority = LabAuthority.create("Lab CA", NOW, RANDOM);
    }

    @Test
    void theRootIsValidForTenYears() {
        var root = authority.identity().certificate();

        assertEquals(NOW, root.getNotBefore().toInstant());
        assertEquals(NOW.plus(Duration.ofDays(3650)), root.getNotAfter().toInstant());
        assertDoesNotThrow(() -> root.verify(root.getPublicKey()));
    }

    @Test
    void aReloadedAuthorityIssuesUnderTheSameRoot() throws Exception {
        var root = authority.identity();
        var reloaded = LabAuthority.load(PemWriter.write(root.certificate()), PemWriter.write(root.key()), RANDOM);

        var leaf = reloaded.issue("node1", List.of(), List.of(), NOW, Duration.ofDays(1)).certificate();

        assertDoesNotThrow(() -> leaf.verify(root.certificate().getPublicKey()));
        assertEquals(root.certificate().getSubjectX500Principal(), leaf.getIssuerX500Principal());
        assertNull(leaf.getSubjectAlternativeNames());
        var own = root.certificate().getExtensionValue("2.5.29.14");
        var stated = leaf.getExtensionValue("2.5.29.35");
        assertArrayEquals(Arrays.copyOfRange(own, own.length - 20, own.length),
                Arrays.copyOfRange(stated, stated.length - 20, stated.length));
    }

    @Test
    void serialsDiffer() throws Exception {
        var one = authority.issue("a", List.of(), List.of(), NOW, Duration.ofDays(1)).certificate();
        var two = authority.issue("b", List.of(), List.of(), NOW, Duration.ofDays(1)).certificate();

        assertFalse(one.getSerialNumber().equals(two.getSerialNumber()));
        assertEquals(127, one.getSerialNumber().bitLength());
    }

    @Test
    void aForeignOrUnreadableKeyIsRefusedWithoutQuotingIt() throws Exception {
        var root = authority.identity();
        var foreign = PemWriter.write(authority.issue("a", List.of(), List.of(), NOW, Duration.ofDays(1)).key());
        var ca = PemWriter.write(root.certificate());
        var broken = new String(PemWriter.write(root.key()), StandardCharsets.US_ASCII).replace("MII", "AII");

        for (var key : List.of(foreign, broken.getBytes(StandardCharsets.US_ASCII), ca)) {
            var e = assertThrows(GeneralSecurityException.class, () -> LabAuthority.load(ca, key, RANDOM));
            assertFalse(e.getMessage().contains(broken.substring(40, 60)), e.getMessage());
            assertNull(e.getCause());
        }
        var swapped = assertThrows(GeneralSecurityException.class, () -> LabAuthority.load(foreign, ca, RANDOM));
        assertEquals("the authority's certificate cannot be read", swapped.getMessage());
        assertNull(swapped.getCause());
    }

    @Test
    void pemHasUnixLineEndsAndSixtyFourColumns() {
        var pem = new String(PemWriter.write(authority.identity().key()), StandardCharsets.US_ASCII);

        assertTrue(pem.startsWith("-----BEGIN PRIVATE KEY-----\n"));
        assertTrue(pem.endsWith("\n-----END PRIVATE KEY-----\n"));
        assertFalse(pem.contains("\r"));
        assertEquals(64, pem.lines().skip(1).findFirst().orElseThrow().length());
    }

    @Test
    void anIdentityDoesNotPrintItsKey() {
        assertEquals("Identity[CN=Lab CA]", authority.identity().toString());
    }
}
