package io.github.ipsecmaven.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.Fleet.Generated;
import io.github.ipsecmaven.fleet.SpecFiles;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Tree;
import io.github.ipsecmaven.tree.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that believe what earlier ones have proved give what runs without a memory give. */
class MemoryTest {

    private static final String VARIABLE = "LAB_PASSWORD";

    @TempDir
    private Path temp;

    private Path folder;
    private Path proofs;
    private GitRepository git;
    private Instant now = LabKeys.NOW;
    private final Map<String, String> environment = new HashMap<>(Map.of(VARIABLE, LabKeys.PASSWORD));

    @BeforeEach
    void prove() throws Exception {
        folder = Files.createDirectory(temp.resolve("repository"));
        proofs = temp.resolve("cache").resolve("proofs");
        LabKeys.copyTo(folder.resolve("certs"));
        Files.writeString(folder.resolve("defaults.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsecDefaults
                cluster: {openshift: "4.19.22", platform: BareMetal, routingViaHost: true}
                mode: External
                ca: certs/ca.pem
                remoteDefaults: {failClosed: false}
                waivers:
                - {rule: IPSEC-S006, reason: "keys of a lab", until: 2026-12-24}
                delivery:
                  argocd: {repoURL: "https://git.example.com/net/ipsec.git", revision: main}
                """);
        spec("east", "worker-0");
        spec("west", "worker-1");
        git = GitRepository.init(folder);
        generate();
        assertProved();
    }

    @Test
    void anUnchangedFleetIsNotCompiledAgain() throws Exception {
        Map<String, String> before = Tree.of(proofs);
        Generated again = generate();
        assertEquals(List.of(), again.changes().orElseThrow().written());
        assertEquals(Tree.of(folder.resolve("manifests")).size(), again.changes().get().unchanged());
        assertEquals(before, Tree.of(proofs));
        assertEquals(List.of("east", "west"), again.compiled().clusters().stream().map(FleetMember::name).toList());
        assertEquals("east: 1 node, 1 remote, 1 connection", again.compiled().clusters().get(0).summary());
    }

    @Test
    void itsFindingsAreThoseOfBefore() throws Exception {
        Generated before = cold();
        Generated again = generate();
        assertEquals(2, again.compiled().diagnostics().suppressions().size());
        assertEquals(before.compiled().diagnostics().suppressions(), again.compiled().diagnostics().suppressions());
        assertEquals(before.compiled().clusters().get(1).deliveredAt(), again.compiled().clusters().get(1).deliveredAt());
    }

    @Test
    void aWaiverThatHasEndedIsSeen() throws Exception {
        now = Instant.parse("2026-12-25T00:00:00Z");
        assertEquals(findings(cold()), findings(generate()));
        assertFalse(findings(generate()).isEmpty());
    }

    @Test
    void aWarningIsTellingTheRightNumberOfDaysEveryDay() throws Exception {
        edit("defaults.yaml", "until: 2026-12-24", "until: 2028-12-24");
        now = Instant.parse("2027-10-12T12:00:00Z");
        for (int run = 0; run < 4; run++) {
            List<String> again = findings(generate());
            assertEquals(findings(cold()), again);
            assertTrue(again.stream().anyMatch(finding -> finding.contains("IPSEC-C007")), again.toString());
            now = now.plus(Duration.ofHours(9));
        }
    }

    @Test
    void nothingOfAPasswordIsKeptSoThatOnlyARecheckSeesAnotherOne() throws Exception {
        guarded();
        generate();
        assertEquals(3, proofs().size());
        String kept = String.join("\n", Tree.of(proofs).values());
        assertTrue(kept.contains("password " + VARIABLE + "\tset"), kept);
        assertFalse(kept.contains(LabKeys.PASSWORD), kept);
        assertFalse(kept.contains(Digest.of(LabKeys.PASSWORD.getBytes(StandardCharsets.UTF_8))), kept);
        environment.put(VARIABLE, "another");
        assertEquals(List.of(), findings(generate()));
        assertEquals(1, findings(
                fleet().remembering(new ProofStore(proofs, "test").rechecking()).generate()).size());
        environment.remove(VARIABLE);
        assertEquals(findings(cold()), findings(generate()));
    }

    @Test
    void anEditOfTheSpecIsSeen() throws Exception {
        spec("east", "worker-2");
        assertSameAsCold();
    }

    @Test
    void anEditOfTheDefaultsIsSeen() throws Exception {
        edit("defaults.yaml", "4.19.22", "4.20.11");
        assertSameAsCold();
    }

    @Test
    void anotherBundleIsSeen() throws Exception {
        Files.write(folder.resolve("certs/worker-0.p12"), LabKeys.bundle("worker-1.p12"));
        assertTrue(findings(generate()).size() > 0);
        assertEquals(findings(cold()), findings(generate()));
    }

    @Test
    void aMissingAnchorIsSeen() throws Exception {
        Files.delete(folder.resolve("certs/ca.pem"));
        assertEquals(findings(cold()), findings(generate()));
    }

    @Test
    void aCertificateThatHasBecomeOldIsSeen() throws Exception {
        now = now.plus(Duration.ofDays(4000));
        assertEquals(findings(cold()), findings(generate()));
        assertTrue(findings(generate()).stream().anyMatch(finding -> finding.contains("IPSEC-C0")));
    }

    @Test
    void aCommitIsSeen() throws Exception {
        git.commit();
        edit("defaults.yaml", "mode: External", "mode: Disabled");
        edit("clusters/east/ipsec.yaml", "  nas: {", "  other: {");
        assertEquals(findings(cold()), findings(generate()));
        assertTrue(findings(generate()).stream().anyMatch(finding -> finding.contains("IPSEC-G")));
    }

    @Test
    void aKeyThatGitWouldTakeAlongAgainIsSeen() throws Exception {
        assertEquals(List.of("/certs/*.p12"), ignored());
        Map<String, String> before = Tree.of(proofs);
        assertEquals(List.of(), ignored());
        assertEquals(before, Tree.of(proofs), "what the run added itself is known");
        Files.delete(folder.resolve(".gitignore"));
        assertEquals(List.of("/certs/*.p12"), ignored());
        Files.writeString(folder.resolve("certs/.gitignore"), "!*.p12\n");
        ignored();
        assertNotEquals(before, Tree.of(proofs));
    }

    private List<String> ignored() throws Exception {
        return fleet().remembering(new ProofStore(proofs, "test")).ignoringKeys().generate().ignored();
    }

    @Test
    void aFileThatSomebodyChangedIsWrittenAgain() throws Exception {
        Map<String, String> whole = Tree.of(folder.resolve("manifests"));
        edit("manifests/clusters/west/inventory.yaml", "west", "best");
        Files.delete(folder.resolve("manifests/clusters/east/kustomization.yaml"));
        // The inventory is what says which files are ours.
        edit("manifests/clusters/west/inventory.yaml", "best", "west");
        generate();
        assertEquals(whole, Tree.of(folder.resolve("manifests")));
    }

    @Test
    void aCutOffOrChangedProofIsNoticedAndMadeAgain() throws Exception {
        for (Path proof : proofs()) {
            byte[] whole = Files.readAllBytes(proof);
            for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
                Files.write(proof, Arrays.copyOf(whole, length));
                assertSameAsCold();
                assertTrue(Files.size(proof) >= whole.length);
            }
            Files.writeString(proof, new String(whole, StandardCharsets.UTF_8).replace("kustomization", "customization"));
            assertSameAsCold();
            assertProved();
        }
    }

    @Test
    void whatIsKnownOfABundleIsKnownToAnEditedSpecToo() throws Exception {
        guarded();
        generate();
        environment.put(VARIABLE, "another");
        edit("clusters/guarded/ipsec.yaml", "192.0.2.20", "192.0.2.21");
        assertEquals(List.of(), findings(generate()));
        assertEquals(1, findings(cold()).size());
        environment.put(VARIABLE, LabKeys.PASSWORD);
        assertSameAsCold();
    }

    @Test
    void aSpecWithErrorsIsRememberedToo() throws Exception {
        guarded();
        edit("defaults.yaml", "routingViaHost: true", "routingViaHost: false");
        assertTrue(findings(generate()).size() > 0);
        assertEquals(2, proofs().size());
        assertEquals(3, kept("credentials-").size());
    }

    @Test
    void aPasswordThatIsReadElsewhereIsReadAgain() throws Exception {
        guarded();
        generate();
        edit("clusters/guarded/ipsec.yaml", "env: LAB_PASSWORD", "env: OTHER");
        environment.put("OTHER", "another");
        assertEquals(1, findings(generate()).size());
    }

    @Test
    void cutOffCredentialsAreNoticedAndMadeAgain() throws Exception {
        for (Path known : kept("credentials-")) {
            byte[] whole = Files.readAllBytes(known);
            for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
                Files.write(known, Arrays.copyOf(whole, length));
                forgetProofs();
                assertSameAsCold();
                assertEquals(whole.length, Files.size(known));
            }
        }
        forgetProofs();
        assertSameAsCold();
    }

    private void forgetProofs() throws IOException {
        for (Path proof : proofs()) {
            Files.delete(proof);
        }
    }

    @Test
    void proofsOfAnotherBuildAreNotBelieved() throws Exception {
        edit("certs/ca.pem", "-----BEGIN", "a comment\n-----BEGIN");
        Map<String, String> before = Tree.of(proofs);
        fleet().remembering(new ProofStore(proofs, "another build")).generate();
        assertFalse(before.equals(Tree.of(proofs)));
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws Exception {
        Files.setPosixFilePermissions(proofs, PosixFilePermissions.fromString("rwxrwxrwx"));
        spec("east", "worker-2");
        Map<String, String> before = Tree.of(proofs);
        assertSameAsCold();
        assertEquals(before, Tree.of(proofs));
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws Exception {
        proofs = Files.writeString(temp.resolve("file"), "").resolve("below");
        spec("east", "worker-2");
        assertSameAsCold();
    }

    private void assertProved() throws IOException {
        assertEquals(2, proofs().size());
    }

    /** The same findings and the same bytes as a run without a memory gives, in a tree of its own. */
    private void assertSameAsCold() throws Exception {
        Generated generated = generate();
        assertEquals(List.of(), findings(generated));
        Path original = temp.resolve("kept");
        Tree.replace(original, folder.resolve("manifests"));
        Generated cold = fleet().generate();
        assertEquals(List.of(), cold.changes().orElseThrow().written());
        assertEquals(Tree.of(original), Tree.of(folder.resolve("manifests")));
    }

    private Generated cold() throws Exception {
        return fleet().generate();
    }

    private Generated generate() throws Exception {
        return fleet().remembering(new ProofStore(proofs, "test")).generate();
    }

    private static List<String> findings(Generated generated) {
        return generated.compiled().diagnostics().all().stream().map(Diagnostic::toString).toList();
    }

    private Fleet fleet() throws IOException {
        return new Fleet(new Run(folder, folder.resolve("manifests"), environment, now), SpecFiles.usual(folder))
                .onThreads(2);
    }

    private List<Path> proofs() throws IOException {
        return kept("proof-");
    }

    private List<Path> kept(String kind) throws IOException {
        try (Stream<Path> files = Files.list(proofs)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind)).sorted().toList();
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(folder.resolve(file), text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private void spec(String name, String node) throws IOException {
        Path spec = folder.resolve("clusters").resolve(name).resolve("ipsec.yaml");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, text(name, node));
    }

    private void guarded() throws IOException {
        spec("guarded", "worker-0");
        edit("clusters/guarded/ipsec.yaml", "bundle: ../../certs/{node}.p12",
                "bundle: ../../certs/guarded.p12\n  password: {env: LAB_PASSWORD, nodeFile: /etc/ipsec-passwords/p12}");
    }

    private static String text(String name, String node) {
        return """
                extends: ../../defaults.yaml
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata:
                  name: %s
                nodeDefaults:
                  domain: prod.example.com
                  bundle: ../../certs/{node}.p12
                nodes:
                  %s: {}
                remotes:
                  nas: {address: 192.0.2.20, type: transport}
                """.formatted(name, node);
    }
}
