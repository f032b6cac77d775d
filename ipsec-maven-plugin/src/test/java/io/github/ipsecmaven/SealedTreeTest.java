package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.report.ReportFormat;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.seal.SealedFile;
import io.github.ipsecmaven.seal.UnreadableException;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import io.github.ipsecmaven.testkit.SopsLibrary;
import io.github.ipsecmaven.testkit.Tree;
import io.github.ipsecmaven.testkit.Yaml;
import io.github.ipsecmaven.tree.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree with encrypted keys: what is in it, when it changes and when it must not. */
class SealedTreeTest {

    private static final AgeKeys ENGINE = AgeKeys.make();
    private static final AgeKeys PEOPLE = AgeKeys.make();

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
              worker-2: {pool: master}
            pools:
              worker: {nodes: 2}
              master: {nodes: 3}
            remotes:
              nas:
                address: nas.example.com
                subnet: 192.0.2.20/32
                type: transport
                failClosed: false
            """;

    private static final String WORKER = "clusters/east/10-nodes/sealed/99-worker-ipsec-certs.yaml";
    private static final String MASTER = "clusters/east/10-nodes/sealed/99-master-ipsec-certs.yaml";
    private static final String PAGE = "clusters/east/runbook/keys.md";
    private static final String INVENTORY = "clusters/east/inventory.yaml";

    @TempDir
    private Path folder;

    private ConfigRepository repository;

    @BeforeEach
    void start() throws IOException {
        repository = ConfigRepository.with(folder, encryptedFor(ENGINE, PEOPLE));
    }

    @Test
    void theKeysAreNowhereInTheOutput() throws Exception {
        generate();
        PlantedSecrets secrets = secrets();
        repository.tree().forEach((path, text) -> assertEquals(Optional.empty(), secrets.firstIn(text), path));
    }

    @Test
    void theyAreInNoReportMessageOrProofEither() throws Exception {
        generate();
        repository.spec(encryptedFor(PEOPLE));
        Path proofs = folder.resolve("proofs");
        Diagnostics found = repository.fleet().remembering(new ProofStore(proofs, "test")).generate().compiled().diagnostics();
        Path said = Files.createDirectory(folder.resolve("said"));
        Reports reports = new Reports();
        for (ReportFormat format : ReportFormat.values()) {
            reports.add(format, said.resolve(format.name()));
        }
        Run run = new Run(folder, repository.output(), Map.of(), LabKeys.NOW);
        reports.write(run, List.of(folder.resolve("ipsec.yaml")), found, FailOn.ERROR);
        PlanReports plan = new PlanReports(run, repository.fleet().plan(Optional.empty()));
        plan.writeMarkdown(said.resolve("plan.md"));
        plan.writeHtml(said.resolve("plan.html"));
        plan.writeJson(said.resolve("plan.json"));
        Files.writeString(said.resolve("log"),
                found.all().stream().map(CodeFrame::of).collect(Collectors.joining("\n")));
        assertTrue(Tree.of(said).get("log").contains("IPSEC-S009"));
        assertFalse(Tree.of(proofs).isEmpty());
        PlantedSecrets secrets = secrets();
        for (Path place : List.of(said, proofs)) {
            Tree.of(place).forEach((path, text) -> assertEquals(Optional.empty(), secrets.firstIn(text), path));
        }
    }

    private static PlantedSecrets secrets() throws Exception {
        PlantedSecrets secrets = new PlantedSecrets();
        for (String node : List.of("worker-0", "worker-1", "worker-2")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(LabKeys.bundle(node + ".p12")), new char[0]);
            // The modulus is public: it is in the certificate.
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) store.getKey(store.aliases().nextElement(), new char[0]);
            secrets.bytes("the bundle of " + node, LabKeys.bundle(node + ".p12"))
                    .bytes("the exponent of " + node, key.getPrivateExponent().toByteArray())
                    .bytes("the first prime of " + node, key.getPrimeP().toByteArray())
                    .bytes("the second prime of " + node, key.getPrimeQ().toByteArray());
        }
        return secrets;
    }

    @Test
    void whatIsEncryptedIsWhatWouldBeWrittenInClear() throws Exception {
        generate();
        Map<String, Object> worker = opened(WORKER, ENGINE);
        assertEquals(worker, opened(WORKER, PEOPLE));
        Map<String, String> encrypted = repository.tree();
        repository.spec(SPEC);
        Files.delete(repository.output().resolve(INVENTORY));
        Tree.replace(repository.output(), folder.resolve("nothing"));
        generate();
        Map<String, String> clear = repository.tree();
        String path = "clusters/east/10-nodes/99-worker-ipsec-certs.yaml";
        assertEquals(Yaml.parse(clear.get(path)), worker);
        Set<String> same = new TreeSet<>(clear.keySet());
        same.retainAll(encrypted.keySet());
        same.removeAll(Set.of(INVENTORY, "clusters/east/10-nodes/kustomization.yaml"));
        same.removeIf(file -> file.contains("/runbook/"));
        same.forEach(file -> assertEquals(clear.get(file), encrypted.get(file), file));
    }

    @Test
    void theRealSopsDecryptsBothFiles() throws Exception {
        generate();
        try (SopsLibrary sops = SopsLibrary.with(ENGINE.identity())) {
            for (String path : List.of(WORKER, MASTER)) {
                assertEquals("", sops.complaint(Files.readAllBytes(repository.output().resolve(path))));
            }
        }
    }

    @Test
    void theNeutralKustomizationDoesNotListThem() throws Exception {
        generate();
        Map<String, Object> stage = Yaml.parse(repository.tree().get("clusters/east/10-nodes/kustomization.yaml"));
        assertEquals(List.of("network.yaml", "99-master-ipsec-import.yaml", "99-worker-ipsec-import.yaml"),
                stage.get("resources"));
        Map<String, Object> own = Yaml.parse(repository.tree().get("clusters/east/10-nodes/sealed/kustomization.yaml"));
        assertEquals(List.of("99-master-ipsec-certs.yaml", "99-worker-ipsec-certs.yaml"), own.get("resources"));
    }

    @Test
    void nothingChangesWhileNothingChanges() throws Exception {
        generate();
        Map<String, String> first = repository.tree();
        for (int run = 0; run < 3; run++) {
            assertEquals(Set.of(), generate());
        }
        GitRepository git = GitRepository.init(folder).commit();
        assertEquals(Set.of(), generate());
        Tree.replace(repository.output(), folder.resolve("nothing"));
        generate();
        assertEquals(first, repository.tree(), "from the commit");
        assertEquals("", git.git("status", "--porcelain").strip());
    }

    @Test
    void theOrderOfReadersDoesNotMatter() throws Exception {
        generate();
        repository.spec(encryptedFor(PEOPLE, ENGINE));
        assertEquals(Set.of(), generate());
    }

    @Test
    void oneChangedBundleChangesItsFileAlone() throws Exception {
        generate();
        encodeAnew("worker-2");
        assertEquals(Set.of(MASTER, INVENTORY), generate());
    }

    @Test
    void aChangeThatIsTakenBackLeavesNothing() throws Exception {
        GitRepository git = GitRepository.init(folder);
        generate();
        git.commit();
        encodeAnew("worker-2");
        assertFalse(generate().isEmpty());
        Files.write(folder.resolve("certs/worker-2.p12"), LabKeys.bundle("worker-2.p12"));
        generate();
        assertEquals("", git.git("status", "--porcelain").strip());
    }

    @Test
    void otherReadersGetOtherFilesAndAWordAboutHistory() throws Exception {
        generate();
        repository.spec(encryptedFor(PEOPLE));
        assertEquals(Set.of(WORKER, MASTER, INVENTORY, PAGE), generate("IPSEC-S009 at 23:21"));
        assertEquals(List.of(PEOPLE.recipient()),
                SealedFile.of(Files.readAllBytes(repository.output().resolve(WORKER))).orElseThrow().recipients());
        assertEquals(Set.of(), generate(), "the word is said once");
        repository.spec(encryptedFor(PEOPLE, AgeKeys.make()));
        assertEquals(Set.of(WORKER, MASTER, INVENTORY, PAGE), generate(), "nobody left");
    }

    @Test
    void aFileThatWasChangedByHandIsNoticedAndReplaced() throws Exception {
        generate();
        Path file = repository.output().resolve(WORKER);
        Files.writeString(file, Files.readString(file).replace("/etc/pki/certs/worker-0.p12", "/etc/shadow"));
        assertEquals(Set.of(WORKER, INVENTORY), generate("IPSEC-S011 at 23:21"));
        assertTrue(opened(WORKER, ENGINE).toString().contains("/etc/pki/certs/worker-0.p12"));
        assertEquals(Set.of(), generate());
    }

    /** Whoever may write to the repository has the recipients' public keys, and can make a file that opens. */
    @Test
    void aFileOfSomebodyElseIsNotKeptWhateverTheInventorySays() throws Exception {
        generate();
        Path inventory = repository.output().resolve(INVENTORY);
        Map<String, String> first = repository.tree();
        encodeAnew("worker-0");
        generate();
        String forged = repository.tree().get(WORKER);
        Files.write(folder.resolve("certs/worker-0.p12"), LabKeys.bundle("worker-0.p12"));
        Files.writeString(inventory, first.get(INVENTORY).replace(
                Digest.of(first.get(WORKER).getBytes(StandardCharsets.ISO_8859_1)),
                Digest.of(forged.getBytes(StandardCharsets.ISO_8859_1))));
        assertTrue(generate().contains(WORKER));
        assertTrue(opened(WORKER, ENGINE).toString()
                .contains(Base64.getEncoder().encodeToString(LabKeys.bundle("worker-0.p12"))));
    }

    @Test
    void resealingEncryptsAnew() throws Exception {
        generate();
        Map<String, String> before = repository.tree();
        Run run = new Run(folder, repository.output(), Map.of(), LabKeys.NOW).resealing();
        new Fleet(run, List.of(folder.resolve("ipsec.yaml"))).generate();
        assertEquals(Set.of(WORKER, MASTER, INVENTORY), differences(before, repository.tree()));
        assertEquals(Set.of(), generate(), "and is kept from then on");
    }

    @Test
    void verifySaysWhatItCannotSeeWithoutAPrivateKeyAndLooksWithOne() throws Exception {
        generate();
        assertEquals(List.of("IPSEC-S013 NOTE"), verified(Map.of("HOME", folder.toString())));
        Path keys = Files.writeString(folder.resolve("keys.txt"), "# people\n" + PEOPLE.identity() + "\n");
        assertEquals(List.of(), verified(Map.of("SOPS_AGE_KEY_FILE", keys.toString())));
        String stranger = AgeKeys.make().identity();
        assertEquals(List.of("IPSEC-S014 ERROR", "IPSEC-S014 ERROR"), verified(Map.of("SOPS_AGE_KEY", stranger)));
        Path file = repository.output().resolve(WORKER);
        Files.writeString(file, Files.readString(file).replace("mode: 256", "mode: 438"));
        assertTrue(verified(Map.of("SOPS_AGE_KEY", ENGINE.identity())).contains("IPSEC-S014 ERROR"));
    }

    private List<String> verified(Map<String, String> environment) throws Exception {
        return repository.environment(environment).fleet().verify().compiled().diagnostics().all().stream()
                .map(finding -> finding.rule() + " " + finding.severity()).toList();
    }

    @Test
    void aPrivateKeyAmongTheReadersIsRefusedWithoutRepeatingIt() throws Exception {
        for (String place : List.of("[" + PEOPLE.identity() + "]", PEOPLE.identity(), "{" + PEOPLE.identity() + ": 1}",
                "[" + PEOPLE.identity().toLowerCase(Locale.ROOT) + "]", "[[" + PEOPLE.identity() + "]]")) {
            repository.spec(SPEC + "encryption: {sops: {age: " + place + "}}\n");
            List<Diagnostic> found = repository.fleet().validate().diagnostics().all();
            assertFalse(found.isEmpty());
            for (Diagnostic finding : found) {
                String said = CodeFrame.of(finding) + finding;
                assertFalse(said.toUpperCase(Locale.ROOT).contains(PEOPLE.identity().substring(16, 40)), place);
            }
        }
    }

    private static String encryptedFor(AgeKeys... readers) {
        List<String> recipients = new ArrayList<>();
        for (AgeKeys reader : readers) {
            recipients.add(reader.recipient());
        }
        return SPEC + "encryption: {sops: {age: " + recipients + "}}\n";
    }

    /** The same key and certificate in a bundle of other bytes. */
    private void encodeAnew(String node) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(LabKeys.bundle(node + ".p12")), new char[0]);
        String alias = store.aliases().nextElement();
        Files.write(folder.resolve("certs/" + node + ".p12"), BundleWriter.write(node,
                (PrivateKey) store.getKey(alias, new char[0]), (X509Certificate) store.getCertificate(alias),
                new char[0], new SecureRandom()));
    }

    /** Generates, and gives the paths of the files that this changed; the findings have to be these. */
    private Set<String> generate(String... findings) throws Exception {
        Map<String, String> before = repository.tree();
        Fleet.Generated generated = repository.fleet().generate();
        assertEquals(List.of(findings), generated.compiled().diagnostics().all().stream()
                .map(finding -> finding.rule() + " at " + finding.position().line() + ":" + finding.position().column())
                .toList());
        return differences(before, repository.tree());
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> different = new TreeSet<>(one.keySet());
        different.addAll(other.keySet());
        Map<String, String> copy = new HashMap<>(one);
        different.removeIf(path -> copy.containsKey(path) && copy.get(path).equals(other.get(path)));
        return different;
    }

    private Map<String, Object> opened(String path, AgeKeys reader) throws IOException {
        try {
            return SealedFile.of(Files.readAllBytes(repository.output().resolve(path))).orElseThrow()
                    .open(AgeIdentities.of(Map.of("SOPS_AGE_KEY", reader.identity())));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }
}
