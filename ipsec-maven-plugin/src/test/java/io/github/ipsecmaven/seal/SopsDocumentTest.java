package io.github.ipsecmaven.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.SopsLibrary;
import io.github.ipsecmaven.testkit.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of SOPS's documents: read by the library of the real SOPS, by the real age, and by ourselves. */
class SopsDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:34:56.789Z");
    private static final AgeKeys READER = AgeKeys.make();

    @TempDir
    private Path folder;

    /** A document and what was done to it; {@code complaint} is a part of what SOPS says, or empty. */
    record Change(String what, String text, String by, String complaint) {

        String done(String document) {
            String changed = document.replaceFirst(text, by);
            assertFalse(changed.equals(document) && !text.isEmpty(), what);
            return changed;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("nothing", "", "", ""),
                new Change("a comment", "^# ", "# For you: ", ""),
                new Change("the instant", "2026-11-01T12:34:56Z", "2026-11-01T12:34:57Z", "decrypt original mac"),
                new Change("no MAC", "(?m)^  mac: .*\n", "", "verify data integrity"),
                new Change("no instant", "(?m)^  lastmodified: .*\n", "", "cannot parse"),
                new Change("a path in clear", "path: /etc/pki/certs/0.p12", "path: /etc/pki/certs/x.p12", "data integrity"),
                new Change("a mode in clear", "mode: 256", "mode: 438", "data integrity"),
                new Change("a truth value in clear", "overwrite: true", "overwrite: false", "data integrity"),
                new Change("a name in clear", "name: a-", "name: b-", "data integrity"),
                new Change("a byte of a payload", "data:([A-Za-z0-9+/]{8})", "data:AAAAAAAA", "Could not decrypt"),
                new Change("a payload in clear", "source: ENC.*", "source: data:,", "decrypt"),
                new Change("the data key", "(?s)-----BEGIN AGE.*END AGE ENCRYPTED FILE-----", "none", "data key"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsNoticed(Change change) {
        byte[] changed = change.done(document()).getBytes(StandardCharsets.UTF_8);
        if (change.complaint().isEmpty()) {
            assertEquals(body(), opened(changed, READER));
        } else {
            assertThrows(UnreadableException.class,
                    () -> SealedFile.of(changed).orElseThrow().open(identities(READER)), change.what());
        }
    }

    @Test
    void theRealSopsDecryptsAndNoticesTheSameChanges() throws Exception {
        try (SopsLibrary sops = SopsLibrary.with(READER.identity())) {
            for (Change change : changes().toList()) {
                String complaint = sops.complaint(change.done(document()).getBytes(StandardCharsets.UTF_8));
                assertEquals(change.complaint().isEmpty(), complaint.isEmpty(), change.what() + ": " + complaint);
                assertTrue(complaint.contains(change.complaint()), change.what() + ": " + complaint);
            }
        }
    }

    @Test
    void theRealSopsDecryptsForEachOfSeveralReadersAndForNobodyElse() throws Exception {
        List<AgeKeys> readers = Stream.generate(AgeKeys::make).limit(3).toList();
        byte[] file = file(body(), readers);
        for (AgeKeys reader : readers) {
            try (SopsLibrary sops = SopsLibrary.with(reader.identity())) {
                assertEquals("", sops.complaint(file));
            }
        }
        try (SopsLibrary sops = SopsLibrary.with(AgeKeys.make().identity())) {
            assertTrue(sops.complaint(file).contains("data key"));
        }
        assertThrows(UnreadableException.class, () -> SealedFile.of(file).orElseThrow().open(identities(READER)));
    }

    @Test
    void theRealSopsDecryptsAnythingOfAnySize() throws Exception {
        try (SopsLibrary sops = SopsLibrary.with(READER.identity())) {
            for (Map<String, Object> body : randomBodies(12)) {
                byte[] file = file(body, List.of(READER));
                assertEquals("", sops.complaint(file));
                assertEquals(body, opened(file, READER));
            }
        }
    }

    @Test
    void theRealAgeDecryptsTheDataKey() throws Exception {
        RealTool age = RealTool.of("age", "install age").assumePresent();
        Path key = Files.writeString(folder.resolve("keys.txt"), "# of a test\n" + READER.identity() + "\n");
        Map<String, Object> sops = Yaml.map(Yaml.parse(document()).get("sops"));
        Path file = Files.writeString(folder.resolve("key.age"),
                (String) Yaml.map(Yaml.list(sops.get("age")).get(0)).get("enc"));
        Path out = folder.resolve("key");
        age.run("--decrypt", "--identity", key.toString(), "--output", out.toString(), file.toString()).outOfSuccess();
        byte[] dataKey = Files.readAllBytes(out);
        assertEquals(32, dataKey.length);
        String mac = SopsValue.decrypt((String) sops.get("mac"), dataKey, (String) sops.get("lastmodified"));
        assertTrue(mac.matches("[0-9A-F]{128}"), mac);
    }

    @Test
    void anythingOfAnySizeComesBack() {
        for (int readers = 1; readers <= 20; readers += 6) {
            List<AgeKeys> keys = Stream.generate(AgeKeys::make).limit(readers).toList();
            for (Map<String, Object> body : randomBodies(20)) {
                byte[] file = file(body, keys);
                assertEquals(keys.stream().map(AgeKeys::recipient).toList(), SealedFile.of(file).orElseThrow().recipients());
                assertEquals(body, opened(file, keys.get(readers - 1)));
            }
        }
    }

    @Test
    void noPayloadIsInTheFileAndNoTwoFilesAreAlike() {
        byte[] one = file(body(), List.of(READER));
        byte[] other = file(body(), List.of(READER));
        Map<String, Object> first = Yaml.parse(new String(one, StandardCharsets.UTF_8));
        assertFalse(new String(one, StandardCharsets.UTF_8).contains("data:;base64"));
        assertFalse(first.equals(Yaml.parse(new String(other, StandardCharsets.UTF_8))));
        first.remove("sops");
        assertEquals(Yaml.map(body().get("metadata")), first.get("metadata"), "the rest is as it was");
    }

    @Test
    void whatIsNoSuchDocumentIsNone() {
        for (String text : List.of("", "a: [", "- a", "a: b", "sops: none", "1: 2\nsops: {}")) {
            assertTrue(SealedFile.of(text.getBytes(StandardCharsets.UTF_8)).isEmpty(), text);
        }
        for (String text : List.of("sops: {}", "sops: {age: [1]}", "sops: {encrypted_regex: ^source$, age: [{enc: x}]}",
                "sops: {encrypted_regex: ^source$, mac_only_encrypted: true}", "sops: {encrypted_suffix: _x}")) {
            SealedFile file = SealedFile.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
            assertThrows(UnreadableException.class, () -> file.open(identities(READER)), text);
        }
    }

    private static String document() {
        return new String(file(body(), List.of(READER)), StandardCharsets.UTF_8);
    }

    private static byte[] file(Map<String, Object> body, List<AgeKeys> readers) {
        return ManifestYaml.bytes("A comment.\nAnother.", SopsDocument.encrypt(
                body, readers.stream().map(AgeKeys::recipient).toList(), NOW, new SecureRandom()));
    }

    private static Map<String, Object> opened(byte[] file, AgeKeys reader) {
        try {
            return SealedFile.of(file).orElseThrow().open(identities(reader));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private static AgeIdentities identities(AgeKeys reader) {
        try {
            return AgeIdentities.of(Map.of("SOPS_AGE_KEY", reader.identity()));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> body() {
        return machineConfig("a", List.of("data:;base64,AAAA", "data:;base64,QUJD"));
    }

    /** Payloads up to a hundred kilobytes, of any bytes, in objects with any name that a pool may have. */
    private static List<Map<String, Object>> randomBodies(int number) {
        Random random = new Random(8);
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<String> payloads = new ArrayList<>();
            int files = random.nextInt(6);
            for (int file = 0; file < files; file++) {
                byte[] bytes = new byte[random.nextInt(i == 0 ? 100_000 : 3_000)];
                random.nextBytes(bytes);
                payloads.add("data:;base64," + Base64.getEncoder().encodeToString(bytes));
            }
            bodies.add(machineConfig(List.of("1e3", "yes", "0x10", "2026-01-02", "null", "a.b").get(i % 6), payloads));
        }
        return bodies;
    }

    private static Map<String, Object> machineConfig(String name, List<String> payloads) {
        List<Object> files = new ArrayList<>();
        for (String payload : payloads) {
            files.add(Body.map("contents", Body.map("source", payload), "mode", 256, "overwrite", true,
                    "path", "/etc/pki/certs/" + files.size() + ".p12"));
        }
        return Body.map(
                "apiVersion", "machineconfiguration.openshift.io/v1",
                "kind", "MachineConfig",
                "metadata", Body.map("name", name + "-ü", "labels", Body.map("role", name), "annotations", Body.map()),
                "spec", Body.map("config", Body.map(
                        "ignition", Body.map("version", "3.2.0"), "storage", Body.map("files", files))));
    }
}
