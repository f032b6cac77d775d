package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.report.ReportFormat;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must stay secret comes out nowhere but where it belongs: the bundle's bytes in the objects made for them. */
class PlantedSecretsTest {

    private static final String PASSWORD = "squeamish-ossifrage-plus-four";
    private static final String WRONG = "a-wrong-guess-of-somebody";

    @TempDir
    private Path folder;

    private CraftedCluster cluster;
    private PlantedSecrets secrets;
    private PlantedSecrets bundleBytes;

    @BeforeEach
    void plant() throws Exception {
        cluster = new CraftedCluster(folder);
        CraftedCertificate own = cluster.node().signedBy(cluster.root());
        byte[] bundle = BundleWriter.write("worker-0", own.keys().getPrivate(), own.certificate(),
                PASSWORD.toCharArray(), new SecureRandom());
        cluster.file("worker-0.p12", bundle).replace("bundle: certs/worker-0.p12", """
                bundle: certs/worker-0.p12
                    password: {env: WORKER_0, nodeFile: /etc/ipsec-passwords/worker-0}""");
        secrets = new PlantedSecrets().password(PASSWORD).password(WRONG)
                .bytes("the key", own.keys().getPrivate().getEncoded());
        bundleBytes = new PlantedSecrets().bytes("the bundle", bundle);
    }

    @Test
    void theTreeHoldsTheBundleInItsObjectAndNothingElse() throws Exception {
        ConfigRepository repository = cluster.repository().environment(Map.of("WORKER_0", PASSWORD));
        Fleet.Generated run = repository.fleet().generate();
        assertTrue(run.changes().isPresent(), said(run.compiled().diagnostics()));
        assertSilent(run.compiled().diagnostics());
        List<String> holders = repository.tree().entrySet().stream()
                .filter(file -> bundleBytes.firstIn(file.getValue()).isPresent())
                .map(Map.Entry::getKey).toList();
        assertEquals(List.of("clusters/case/10-nodes/99-worker-ipsec-certs.yaml"), holders);
        repository.tree().forEach((file, text) -> assertEquals(Optional.empty(), secrets.firstIn(text), file));
    }

    @Test
    void aPlanAndItsReviewReportSayWhoHasTheKeyAndNotTheKey() throws Exception {
        ConfigRepository repository = cluster.repository().environment(Map.of("WORKER_0", PASSWORD));
        Fleet.Planned planned = repository.fleet().plan(Optional.empty());
        PlanReports reports =
                new PlanReports(new Run(folder, repository.output(), Map.of(), LabKeys.NOW), planned);
        reports.writeMarkdown(Path.of("target/plan.md"));
        reports.writeHtml(Path.of("target/plan.html"));
        reports.writeJson(Path.of("target/plan.json"));
        for (String file : List.of("plan.md", "plan.html", "plan.json")) {
            String said = Files.readString(folder.resolve("target").resolve(file));
            assertTrue(said.contains("worker-0.p12"), file);
            assertEquals(Optional.empty(), secrets.firstIn(said), file);
            assertEquals(Optional.empty(), bundleBytes.firstIn(said), file);
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithoutRepeatingIt() throws Exception {
        Diagnostics diagnostics =
                cluster.repository().environment(Map.of("WORKER_0", WRONG)).fleet().validate().diagnostics();
        assertTrue(diagnostics.hasErrors());
        assertSilent(diagnostics);
    }

    @Test
    void aKeyInPlaceOfACertificateIsRefusedWithoutRepeatingIt() throws Exception {
        byte[] key = Files.readAllBytes(folder.resolve("certs/worker-0.p12"));
        Diagnostics diagnostics = cluster.file("nas.pem", key).file("ca.pem", key).repository()
                .environment(Map.of("WORKER_0", PASSWORD)).fleet().validate().diagnostics();
        assertTrue(diagnostics.hasErrors());
        assertSilent(diagnostics);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "password: " + PASSWORD,
            "password: \"" + PASSWORD + "\"",
            "password: [" + PASSWORD + "]",
            "password: 27182818.28459045",
            "psk: " + PASSWORD,
            "passphrase: " + PASSWORD,
            "secret: '" + PASSWORD + "'"})
    void aPasswordInTheSpecIsRefusedWithoutRepeatingIt(String line) throws Exception {
        secrets.password("27182818.28459045");
        Diagnostics diagnostics = cluster
                .replace("password: {env: WORKER_0, nodeFile: /etc/ipsec-passwords/worker-0}", line)
                .repository().fleet().validate().diagnostics();
        assertTrue(diagnostics.hasErrors());
        assertSilent(diagnostics);
    }

    /** Also one that no URL can hold, and a key that is not the language. */
    @ParameterizedTest
    @ValueSource(strings = {
            "argocd: {repoURL: https://git:" + PASSWORD + "@git.example.com/net/ipsec.git}",
            "argocd: {repoURL: https://" + PASSWORD + ":x-oauth-basic@git.example.com/net/ipsec.git}",
            "argocd: {repoURL: https://git:a@" + PASSWORD + "@git.example.com/net/ipsec.git}",
            "argocd: {repoURL: https://git:a/" + PASSWORD + "@git.example.com/net/ipsec.git}",
            "argocd: {repoURL: 'https://git:a " + PASSWORD + "@git.example.com/net/ipsec.git'}",
            "argocd: {repoURL: 'https://glpat-" + PASSWORD + "@git.example.com/net/ipsec.git'}",
            "argocd: {repoUrl: https://git:" + PASSWORD + "@git.example.com/net/ipsec.git}",
            "flux: {sourceRef: ipsec, repoURL: https://git:" + PASSWORD + "@git.example.com/net/ipsec.git}",
            "flux: {sourceRef: ipsec, repoURL: 'git://git:" + PASSWORD + "@git.example.com/net/ipsec.git'}",
            "argocd:\n    repoURL: >-\n      https://git:" + PASSWORD + "@git.example.com/net/ipsec.git",
            "argocd:\n    repoURL: >-\n      https://git:\n      " + PASSWORD + "@git.example.com/net/ipsec.git"})
    void aPasswordInTheUrlOfARepositoryIsRefusedWithoutRepeatingIt(String engine) throws Exception {
        Diagnostics diagnostics = cluster.append("delivery:\n  " + engine + "\n").repository()
                .environment(Map.of("WORKER_0", PASSWORD)).fleet().validate().diagnostics();
        assertTrue(diagnostics.hasErrors());
        assertSilent(diagnostics);
    }

    @Test
    void whatIsLookedForIsFoundWhereItIs() {
        byte[] key = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
        PlantedSecrets planted = new PlantedSecrets().bytes("the key", key);
        for (String before : List.of("", "x", "xy", "xyz")) {
            byte[] file = (before + new String(key, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
            String base64 = Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(file);
            assertEquals(Optional.of("the key from byte 0"), planted.firstIn(base64), before);
        }
        assertFalse(planted.firstIn("0123456789").isPresent());
    }

    private void assertSilent(Diagnostics diagnostics) throws Exception {
        String said = said(diagnostics);
        assertEquals(Optional.empty(), secrets.firstIn(said), said);
        assertEquals(Optional.empty(), bundleBytes.firstIn(said), said);
    }

    /** All that a run says: the frames of the console, and every report. */
    private String said(Diagnostics diagnostics) throws Exception {
        Reports reports = new Reports();
        for (ReportFormat format : ReportFormat.values()) {
            reports.add(format, Path.of("target", format.name()));
        }
        reports.write(new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW),
                List.of(folder.resolve("ipsec.yaml")), diagnostics, FailOn.ERROR);
        StringBuilder said = new StringBuilder();
        for (ReportFormat format : ReportFormat.values()) {
            said.append(Files.readString(folder.resolve("target").resolve(format.name())));
        }
        return said + diagnostics.all().stream().map(CodeFrame::of).collect(Collectors.joining("\n"))
                + diagnostics.suppressions();
    }
}
