package io.github.ipsecmaven.forge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleMac;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.pki.Encryption;
import io.github.ipsecmaven.pki.ExternalTool;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleWriterTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static LabAuthority authority;
    private static Identity identity;

    @TempDir
    Path folder;

    @BeforeAll
    static void issue() throws Exception {
        authority = LabAuthority.create("Lab CA", NOW, new SecureRandom());
        identity = authority.issue("node1.example.com", List.of("node1.example.com"), List.of("192.0.2.1"), NOW,
                Duration.ofDays(365));
    }

    private static byte[] write(String name, String password) throws Exception {
        return BundleWriter.write(name, identity.key(), identity.certificate(), password.toCharArray(),
                new SecureRandom());
    }

    private static Bundle open(byte[] bundle, String password) throws Exception {
        return BundleReader.read(bundle, password.toCharArray());
    }

    /** The same bytes each time: what an injected source of randomness is for. */
    private static final class Counter extends SecureRandom {
        private byte next;

        @Override
        public void nextBytes(byte[] bytes) {
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = next++;
            }
        }
    }

    @Test
    void aBundleHoldsOneKeyOneCertificateAndNothingElse() throws Exception {
        var bundle = open(write("left_server", ""), "");

        assertEquals(1, bundle.keys().size());
        assertEquals(1, bundle.certificates().size());
        assertEquals(List.of(), bundle.otherBags());
        assertEquals(Optional.of("left_server"), bundle.keys().get(0).friendlyName());
        assertEquals(Optional.of("left_server"), bundle.certificates().get(0).friendlyName());
        assertTrue(bundle.identity().orElseThrow().linked());
        assertEquals(Optional.of(new BundleMac(BundleMac.Scheme.PKCS12, "SHA-256", Optional.empty(), 10_000)),
                bundle.mac());
        for (var encryption : bundle.encryptions()) {
            assertEquals("AES-256-CBC", encryption.cipher());
            assertEquals(Optional.of("SHA-256"), encryption.prf());
            assertEquals(10_000, encryption.iterations());
            assertEquals(Encryption.PBES2, encryption.scheme());
        }
    }

    @Test
    void theSameRandomnessGivesTheSameBytes() throws Exception {
        var first = BundleWriter.write("n", identity.key(), identity.certificate(), new char[0], new Counter());
        var second = BundleWriter.write("n", identity.key(), identity.certificate(), new char[0], new Counter());

        assertArrayEquals(first, second);
        assertFalse(Arrays.equals(write("n", ""), write("n", "")));
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> write("", ""));
    }

    /** Its key store takes ASCII passwords only. */
    @ParameterizedTest
    @ValueSource(strings = {"", "S3cret $pass"})
    void theJdksKeyStoreOpensIt(String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");

        store.load(new ByteArrayInputStream(write("left_server", password)), password.toCharArray());

        assertEquals(identity.key(), store.getKey("left_server", password.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S3cret $pass", "p\u00e4ss\u4e16\ud83d\ude00"})
    void opensslOpensIt(String password) throws Exception {
        ExternalTool.require("openssl", "openssl");
        Files.write(folder.resolve("bundle.p12"), write("left_server", password));
        Files.writeString(folder.resolve("password"), password + "\n");

        var output = ExternalTool.succeed(folder, "openssl", "pkcs12", "-in", "bundle.p12", "-passin", "file:password",
                "-info", "-nodes");

        assertTrue(output.contains("MAC: sha256, Iteration 10000"), "MAC");
        assertTrue(output.contains("friendlyName: left_server"), "name");
        assertTrue(output.contains("BEGIN PRIVATE KEY"), "key");
    }

    @Test
    void nssImportsItWithTheEmptyPasswordOnTheCommandLine() throws Exception {
        var database = newDatabase();
        Files.write(folder.resolve("bundle.p12"), write("left_server", ""));

        ExternalTool.succeed(folder, "pk12util", "-W", "", "-i", "bundle.p12", "-d", database);

        assertImported(database, "left_server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3cret $pass", "p\u00e4ss\u4e16"})
    void nssImportsItWithAPasswordFile(String password) throws Exception {
        var database = newDatabase();
        Files.write(folder.resolve("bundle.p12"), write("Left_Server-1", password));
        Files.writeString(folder.resolve("password"), password + "\n");

        ExternalTool.succeed(folder, "pk12util", "-w", "password", "-i", "bundle.p12", "-d", database);

        assertImported(database, "Left_Server-1");
    }

    private String newDatabase() throws Exception {
        ExternalTool.require("certutil", "libnss3-tools");
        ExternalTool.require("pk12util", "libnss3-tools");
        Files.createDirectory(folder.resolve("nss"));
        Files.write(folder.resolve("ca.pem"), PemWriter.write(authority.identity().certificate()));
        ExternalTool.succeed(folder, "certutil", "-N", "--empty-password", "-d", "sql:nss");
        ExternalTool.succeed(folder, "certutil", "-A", "-n", "CA", "-t", "CT,C,C", "-d", "sql:nss", "-i", "ca.pem");
        return "sql:nss";
    }

    /** The certificate is there with its key, alone beside the CA, and valid for IPsec at the time of the lab. */
    private void assertImported(String database, String nickname) throws Exception {
        var list = ExternalTool.succeed(folder, "certutil", "-L", "-d", database);
        assertTrue(list.lines().anyMatch(line -> line.startsWith(nickname + " ") && line.endsWith("u,u,u")), list);
        assertEquals(2, list.lines().filter(line -> line.matches(".* [a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]*$")
                && !line.contains("SSL")).count(), list);
        ExternalTool.succeed(folder, "certutil", "-K", "-d", database, "-n", nickname);
        ExternalTool.succeed(folder, "certutil", "-V", "-u", "I", "-n", nickname, "-d", database,
                "-b", "260701000000Z");
    }
}
