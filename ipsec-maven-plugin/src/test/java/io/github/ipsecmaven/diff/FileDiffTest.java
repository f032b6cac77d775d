package io.github.ipsecmaven.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of two states of a file. */
class FileDiffTest {

    private static final String HEAD = "kind: Thing\nmetadata: {name: x}\n";

    @Test
    void equalFilesDoNotDiffer() {
        assertEquals(Optional.empty(), FileDiff.between("a.yaml", bytes(HEAD), bytes(HEAD)));
        assertEquals(Optional.empty(), FileDiff.between("a.yaml", Optional.empty(), Optional.empty()));
    }

    @Test
    void aFileIsNewOrGone() {
        assertEquals(new FileDiff("a.yaml", FileDiff.Kind.ADDED, Optional.of("Thing x"), List.of()),
                FileDiff.between("a.yaml", Optional.empty(), bytes(HEAD)).orElseThrow());
        assertEquals(new FileDiff("a.md", FileDiff.Kind.REMOVED, Optional.empty(), List.of()),
                FileDiff.between("a.md", bytes(HEAD), Optional.empty()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "spec: {mtu: 1}                    | spec: {mtu: 2}                     | spec.mtu: 1 -> 2",
            "spec: {mtu: 1}                    | spec: {mtu: '1'}                   | spec.mtu: 1 -> 1, another",
            "spec: {}                          | spec: {a: {b: yes}}                | spec.a.b: (nothing) -> true",
            "spec: {a: {b: x}}                 | spec: {}                           | spec.a.b: x -> (nothing)",
            "spec: {a: null}                   | spec: {a: b}                       | spec.a: (nothing) -> b",
            "spec: {a: [1]}                    | spec: {a: {b: 1}}                  | spec.a: [1] -> {b: 1}",
            "spec: {a.b/c: x}                  | spec: {a.b/c: y}                   | spec[a.b/c]: x -> y",
            "l: [{name: a, v: 1}]              | l: [{name: a, v: 2}]               | l[a].v: 1 -> 2",
            "l: [{name: a, v: 1}]              | l: [{name: b, v: 1}, {name: a, v: 1}] | l[b]: (nothing) -> {name: b, v: 1}",
            "l: [{name: a}, {name: b}]         | l: [{name: b}, {name: a}]          | l: the order a, b -> b, a",
            "l: [a, b]                         | l: [a, x, b]                       | l[1]: (nothing) -> x",
            "l: [a, b]                         | l: [b]                             | l[0]: a -> (nothing)",
            "l: [{name: a, v: 1}, {name: a}]   | l: [{name: a, v: 2}, {name: a}]    | l[0].v: 1 -> 2",
            "f: [{path: /a, mode: 0400}]       | f: [{path: /a, mode: 0644}]        | f[/a].mode: 0400 -> 0644",
            "spec: {password: hunter}          | spec: {password: hunter2}          | spec.password: (not shown) -> (not shown), another",
            "spec: {}                          | spec: {psk: hunter}                | spec.psk: (nothing) -> (not shown)",
            "l: []                             | l: [{name: a, psk: hunter}]        | l[a]: (nothing) -> {name: a, psk: (not shown)}",
            "url: https://git:hunter@host/x    | url: https://host/x                | url: https://**********@host/x -> https://host/x",
            "url: https://git:hunter@host/x    | url: https://git:banter@host/x     | url: https://**********@host/x -> https://**********@host/x, another",
            "s: ENC[AES256_GCM,data:a]         | s: ENC[AES256_GCM,data:b]          | s: sealed -> sealed, another",
            "s: short                          | s: 'two words'                     | s: short -> two words"})
    void aFieldIsNamed(String before, String after, String change) {
        assertEquals(List.of(change), changes(HEAD + before, HEAD + after));
    }

    @Test
    void everyFieldIsNamed() {
        assertEquals(List.of("spec.a: 1 -> 2", "spec.c: (nothing) -> 3", "spec.b: 2 -> (nothing)"),
                changes(HEAD + "spec: {a: 1, b: 2}", HEAD + "spec: {a: 2, c: 3}"));
    }

    @Test
    void aCommentIsALine() {
        assertEquals(List.of("line 1: '# made' -> '# edited'"), changes("# made\n" + HEAD, "# edited\n" + HEAD));
        assertEquals(List.of("line 3: '' -> 'x'"), changes(HEAD, HEAD + "x", "a.md"));
    }

    @Test
    void otherLineEndsAreSaidOnce() {
        assertEquals(List.of("lines end with CR LF -> lines end with LF"), changes(HEAD.replace("\n", "\r\n"), HEAD));
    }

    @Test
    void conflictMarksAreLines() {
        assertEquals(List.of("line 1: '<<<<<<< HEAD' -> (nothing)"), changes("<<<<<<< HEAD\n" + HEAD, HEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inventory", "FleetInventory"})
    void theDigestsOfAnInventoryAreCounted(String kind) {
        String head = "kind: " + kind + "\nfiles: ";
        assertEquals(List.of("files: the digests of 2 files -> 3 of them differ or are new or gone"),
                changes(head + "{a: '0', b: '1'}", head + "{a: '1', c: '2'}"));
    }

    @Test
    void nothingOfASecretIsShown() {
        assertEquals(List.of("data: (not shown) -> (not shown)"),
                changes("kind: Secret\ndata: {x: aHVudGVy}", "kind: Secret\ndata: {x: aHVudGVyMg==}"));
        assertEquals(List.of("data: (not shown) -> (nothing)"),
                changes("kind: Secret\ndata: {x: aHVudGVy}", "kind: Secret"));
    }

    @Test
    void aPayloadIsDecoded() {
        assertEquals(List.of("spec.files[/a].contents line 2: 'two' -> 'three'"),
                changes(file("one\ntwo\n"), file("one\nthree\n")));
        assertEquals(List.of("spec.files[/a].contents: a line of text -> 3 bytes"),
                changes(file("one\n"), file(new byte[] {1, 0, -1})));
        assertEquals(List.of("spec.files[/a].contents: 2 bytes -> the same in other bytes"),
                changes(file(new byte[] {0, -1}), file(new byte[] {-1, 0})));
        assertEquals(List.of("spec.files[/a]: (nothing) -> 2 lines of text"),
                changes(HEAD + "spec: {files: []}", file("one\ntwo\n")));
        assertEquals(List.of("spec.files[/a].contents: a line of text -> a source that cannot be decoded"),
                changes(file("one\n"), file("one\n").replace("base64,", "base64,%")));
    }

    @Test
    void anotherEncodingOfTheSamePayloadIsSaid() throws IOException {
        String plain = HEAD + "spec: {files: [{path: /a, contents: {source: 'data:,one%0Atwo%0A'}}]}";
        List<String> same = List.of("spec.files[/a].contents: 2 lines of text -> the same content in another encoding");
        assertEquals(same, changes(plain, file("one\ntwo\n")));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(same, changes(plain, file(compressed.toByteArray()).replace("source:", "compression: gzip, source:")));
    }

    @Test
    void whatIsEncryptedIsCalledSealed() {
        String sealed = file("one\n").replaceAll("data:;[^']*", "ENC[AES256_GCM,data:x]");
        assertEquals(List.of("spec.files[/a].contents: a line of text -> sealed", "sops: (nothing) -> encrypted"),
                changes(file("one\n"), sealed + "\nsops: {mac: 'ENC[x]'}"));
        assertEquals(List.of("spec.files[/a].contents.source: sealed -> sealed, another", "sops: encrypted -> encrypted anew"),
                changes(sealed + "\nsops: {mac: 'ENC[x]'}", sealed.replace("data:x", "data:y") + "\nsops: {mac: 'ENC[y]'}"));
    }

    @Test
    void certificatesAreNamed() {
        CraftedCertificate root = CraftedCertificate.authority("CN=Root").serial(1).selfSigned();
        CraftedCertificate old = CraftedCertificate.end("CN=worker-0", "worker-0.example.com").serial(10).signedBy(root);
        CraftedCertificate now = CraftedCertificate.end("CN=worker-0", "worker-0.example.com").serial(11).signedBy(root);
        assertEquals(List.of("spec.files[/a].contents: the bundle 'w' of " + named("worker-0", "a", old) + " -> the bundle 'w' of "
                        + named("worker-0", "b", now)),
                changes(file(BundleForge.of(old, "w").bytes()), file(BundleForge.of(now, "w").bytes())));
        assertEquals(List.of("spec.files[/a].contents: " + named("Root", "1", root) + " -> " + named("Root", "1", root) + ", "
                        + named("worker-0", "a", old)),
                changes(file(root.pem()), file(new String(root.pem(), StandardCharsets.US_ASCII)
                        + new String(old.pem(), StandardCharsets.US_ASCII))));
    }

    @Test
    void aBundleWithAPasswordIsCalledOne() throws IOException {
        byte[] guarded = LabKeys.bundle("guarded.p12");
        byte[] other = guarded.clone();
        other[other.length - 30]++;
        String shown = "a bundle with a password, " + guarded.length + " bytes";
        assertEquals(List.of("spec.files[/a].contents: " + shown + " -> the same in other bytes"),
                changes(file(guarded), file(other)));
    }

    @Test
    void noPieceOfAKeyIsShown() throws IOException {
        CraftedCertificate own = CraftedCertificate.end("CN=worker-0", "worker-0.example.com").selfSigned();
        byte[] key = own.keys().getPrivate().getEncoded();
        byte[] bundle = BundleForge.of(own, "worker-0").bytes();
        PlantedSecrets secrets = new PlantedSecrets().bytes("key", key).bytes("bundle", bundle);
        String base64 = Base64.getEncoder().encodeToString(key);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
        for (String hidden : List.of(file(pem), file(bundle), file(key), file(base64), HEAD + "spec: {x: " + base64 + "}",
                HEAD + "spec: {l: [{name: a, x: '" + base64 + "'}]}", HEAD + "spec: {x: 'words before " + base64 + "'}",
                HEAD + "spec:\n  x: |\n    one\n" + base64.indent(4), pem, base64, HEAD + "# " + base64)) {
            for (String name : List.of("a.yaml", "a.md")) {
                assertEquals(Optional.empty(), secrets.firstIn(String.join("\n", changes(hidden, HEAD + "spec: {}", name))), hidden);
                assertEquals(Optional.empty(), secrets.firstIn(String.join("\n", changes(HEAD + "spec: {}", hidden, name))), hidden);
            }
        }
    }

    @Test
    void whatTheEyeCannotBearIsCutOrReplaced() {
        assertEquals(List.of("s: a b -> a\uFFFD[31mb"), changes(HEAD + "s: a b", HEAD + "s: \"a\\e[31mb\""));
        assertEquals(List.of("s: x -> " + "ab ".repeat(60).substring(0, 160) + "..."),
                changes(HEAD + "s: x", HEAD + "s: " + "ab ".repeat(60)));
    }

    private static String named(String name, String serial, CraftedCertificate certificate) {
        return "the certificate CN=" + name + ", serial " + serial + ", "
                + certificate.certificate().getNotBefore().toInstant().toString().substring(0, 10) + " to "
                + certificate.certificate().getNotAfter().toInstant().toString().substring(0, 10);
    }

    private static String file(String content) {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(byte[] content) {
        return HEAD + "spec: {files: [{path: /a, contents: {source: 'data:;base64,"
                + Base64.getEncoder().encodeToString(content) + "'}}]}";
    }

    private static List<String> changes(String before, String after) {
        return changes(before, after, "a.yaml");
    }

    private static List<String> changes(String before, String after, String path) {
        return FileDiff.between(path, bytes(before), bytes(after)).orElseThrow().changes().stream()
                .map(Change::toString).toList();
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
