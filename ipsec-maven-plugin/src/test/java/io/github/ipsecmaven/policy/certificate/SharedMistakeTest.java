package io.github.ipsecmaven.policy.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake that all bundles of one line share is one finding; what each node has to mend is one for each. */
class SharedMistakeTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/crafted.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
              worker-2: {}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport, failClosed: false}
            """;

    private static final CraftedCertificate ROOT = CraftedCertificate.authority("CN=Root").selfSigned();
    private static final CraftedCertificate OTHER =
            CraftedCertificate.authority("CN=Other").keys(CraftedKeys.rsa(3072, 2)).selfSigned();

    @TempDir
    private Path folder;

    private ConfigRepository repository;

    @BeforeEach
    void start() throws IOException {
        repository = ConfigRepository.with(folder, SPEC);
        anchor(ROOT);
    }

    @Test
    void aRootThatIsNotNamed() throws Exception {
        anchor(OTHER);
        bundles(ROOT, UnaryOperator.identity());
        assertEquals(List.of("IPSEC-C025 at 9:11: the certificates in 'certs/worker-0.p12' and 2 more do not chain to an "
                + "anchor; their issuer is 'CN=Root'"), found());
    }

    @Test
    void twoRootsThatAreNotNamed() throws Exception {
        anchor(CraftedCertificate.authority("CN=Third").keys(CraftedKeys.rsa(3072, 3)).selfSigned());
        bundles(ROOT, UnaryOperator.identity());
        bundle(1, OTHER, UnaryOperator.identity());
        assertEquals(List.of(
                "IPSEC-C025 at 9:11: the certificate in 'certs/worker-1.p12' does not chain to an anchor; its issuer is "
                        + "'CN=Other'",
                "IPSEC-C025 at 9:11: the certificates in 'certs/worker-0.p12' and 1 more do not chain to an anchor; their "
                        + "issuer is 'CN=Root'"), found());
    }

    @Test
    void aForeignRootInEachBundle() throws Exception {
        bundles(ROOT, bundle -> bundle.with(OTHER));
        assertEquals(List.of("IPSEC-C011 at 9:11: the bundles 'certs/worker-0.p12' and 2 more hold the root 'CN=Other', "
                + "which `ca` does not name"), found());
    }

    @Test
    void anIntermediateInEachBundle() throws Exception {
        CraftedCertificate.Draft draft = CraftedCertificate.authority("CN=Between").keys(CraftedKeys.rsa(3072, 2))
                .valid(LabKeys.NOW.minus(Duration.ofDays(9)), LabKeys.NOW.minus(Duration.ofDays(1)));
        CraftedCertificate between = draft.signedBy(ROOT);
        bundles(between, bundle -> bundle.with(between));
        assertEquals(List.of(
                "IPSEC-C017 at 9:11: the intermediate 'CN=Between' in 'certs/worker-0.p12' and 2 more expired at "
                        + between.certificate().getNotAfter().toInstant(),
                "IPSEC-C026 at 9:11: the certificates in 'certs/worker-0.p12' and 2 more are signed by the intermediate "
                        + "'CN=Between'"), found());
    }

    @Test
    void anAuthorityThatAllowsNoneBelowIt() throws Exception {
        CraftedCertificate root = CraftedCertificate.authority("CN=Root")
                .extension(CraftedCertificate.BASIC_CONSTRAINTS, true, new BasicConstraints(0)).selfSigned();
        anchor(root);
        CraftedCertificate between =
                CraftedCertificate.authority("CN=Between").keys(CraftedKeys.rsa(3072, 2)).signedBy(root);
        bundles(between, bundle -> bundle.with(between));
        assertEquals(List.of("the chains of the certificates in 'certs/worker-0.p12' and 2 more have 1 intermediate "
                + "authorities below 'CN=Root', which allows 0"), found("IPSEC-C052"));
    }

    @Test
    void aPasswordThatTheNodesAreNotTold() throws Exception {
        repository.environment(Map.of("SHARED", "")).spec(
                SPEC.replace("{node}.p12\n", "{node}.p12\n  password: {env: SHARED}\n"));
        bundles(ROOT, UnaryOperator.identity());
        assertEquals(List.of("the node is not told where the passwords of 'certs/worker-0.p12' and 2 more are"),
                found("IPSEC-S001"));
    }

    @Test
    void anOptionThatFitsNoKey() throws Exception {
        repository.spec(SPEC.replace("type: transport,", "type: transport, libreswan: {authby: ecdsa, "
                + "nm-auto-defaults: false},"));
        bundles(ROOT, UnaryOperator.identity());
        assertEquals(List.of("`authby: ecdsa`, but the keys in 'certs/worker-0.p12' and 2 more are not ECDSA"),
                found("IPSEC-C042"));
    }

    @Test
    void aWrongPath() throws Exception {
        repository.spec(SPEC.replace("certs/{node}", "nowhere/{node}"));
        assertEquals(List.of("there is no file 'nowhere/worker-0.p12'; so it is with 2 more of this line"),
                found("IPSEC-F002"));
    }

    @Test
    void filesThatAreNoBundles() throws Exception {
        for (int node = 0; node < 3; node++) {
            write("worker-" + node + ".p12", "no bundle".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("the bundle 'certs/worker-0.p12' cannot be opened; so it is with 2 more of this line"),
                found("IPSEC-C002"));
    }

    @Test
    void anEmptyPasswordOfEach() throws Exception {
        repository.spec(SPEC.replace("BareMetal}", "BareMetal, fips: true}"));
        bundles(ROOT, UnaryOperator.identity());
        assertEquals(List.of("the passwords of 'certs/worker-0.p12' and 2 more are empty, and `fips` is true"),
                found("IPSEC-S004"));
    }

    @Test
    void aFriendlyNameIsMissingInEach() throws Exception {
        for (int node = 0; node < 3; node++) {
            write("worker-" + node + ".p12", BundleForge.unnamed(own(node, ROOT)).bytes());
        }
        assertEquals(3, found("IPSEC-C003").size());
    }

    private void anchor(CraftedCertificate root) throws IOException {
        write("crafted.pem", root.pem());
    }

    private void bundles(CraftedCertificate issuer, UnaryOperator<BundleForge> changed) throws Exception {
        for (int node = 0; node < 3; node++) {
            bundle(node, issuer, changed);
        }
    }

    private void bundle(int node, CraftedCertificate issuer, UnaryOperator<BundleForge> changed) throws Exception {
        write("worker-" + node + ".p12", changed.apply(BundleForge.of(own(node, issuer), "worker-" + node)).bytes());
    }

    private static CraftedCertificate own(int node, CraftedCertificate issuer) {
        return CraftedCertificate.end("CN=worker-" + node, "worker-" + node + ".prod.example.com").signedBy(issuer);
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve("certs").resolve(file), bytes);
    }

    private List<String> found() throws IOException {
        return repository.fleet().validate().diagnostics().all().stream().map(finding -> finding.rule() + " at "
                + finding.position().line() + ":" + finding.position().column() + ": " + finding.message()).toList();
    }

    private List<String> found(String rule) throws IOException {
        return repository.fleet().validate().diagnostics().all().stream()
                .filter(finding -> finding.rule().equals(rule)).map(Diagnostic::message).toList();
    }
}
