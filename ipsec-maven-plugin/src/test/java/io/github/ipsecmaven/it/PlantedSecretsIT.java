package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Maven says of a run when it says all it can: neither a password, nor a key, nor a bundle. */
class PlantedSecretsIT {

    private static final String PASSWORD = "squeamish-ossifrage-plus-four";
    private static final String WRONG = "a-wrong-guess-of-somebody";
    private static final List<String> REPORTS = List.of("sarif", "junit", "json");

    @TempDir
    private Path temp;

    private Path folder;
    private PlantedSecrets secrets;

    @BeforeEach
    void plant() throws Exception {
        folder = ItRepository.in(temp.resolve("config"));
        Path certs = folder.resolve("certs");
        CraftedCertificate root = CraftedCertificate.authority("CN=Root").selfSigned();
        CraftedCertificate own = CraftedCertificate.end("CN=worker-0", "worker-0.prod.example.com").signedBy(root);
        byte[] bundle = BundleWriter.write("worker-0", own.keys().getPrivate(), own.certificate(),
                PASSWORD.toCharArray(), new SecureRandom());
        Files.write(certs.resolve("ca.pem"), root.pem());
        Files.write(certs.resolve("worker-0.p12"), bundle);
        Files.write(certs.resolve("worker-0.key"), PemWriter.write(own.keys().getPrivate()));
        Files.write(certs.resolve("other.pem"),
                CraftedCertificate.end("CN=other").keys(CraftedKeys.rsa(3072, 2)).signedBy(root).pem());
        Files.writeString(folder.resolve("wrong"), WRONG + "\n");
        Files.writeString(folder.resolve("ipsec.yaml"), ItRepository.SPEC
                .replace("  worker-0: {}\n  worker-1: {}\n", "  worker-0:\n"
                        + "    password: {env: WORKER_0, nodeFile: /etc/ipsec-passwords/worker-0}\n")
                .replace("    certificate: certs/nas.pem\n", ""));
        secrets = new PlantedSecrets().password(PASSWORD).password(WRONG)
                .bytes("the key", own.keys().getPrivate().getEncoded()).bytes("the bundle", bundle);
    }

    @Test
    void generateWithThePassword() throws Exception {
        assertEquals(0, run(PASSWORD, "ipsec:generate").exit());
        for (Map.Entry<String, String> file : ItRepository.tree(folder.resolve("manifests")).entrySet()) {
            boolean holder = file.getKey().equals("clusters/lab/10-nodes/99-worker-ipsec-certs.yaml");
            assertEquals(holder, secrets.firstIn(file.getValue()).isPresent(), file.getKey());
        }
    }

    @Test
    void validateWithAWrongPassword() throws Exception {
        var refused = run(WRONG, "ipsec:validate");
        assertNotEquals(0, refused.exit());
        assertTrue(refused.output().contains("worker-0.p12"), refused.output());
    }

    @Test
    void bundleWithAWrongPassword() throws Exception {
        var refused = run(PASSWORD, "ipsec:bundle", "-Dipsec.bundle=certs/worker-0.p12",
                "-Dipsec.inputPasswordFile=wrong", "-Dipsec.passwordFile=wrong", "-Dipsec.out=certs/new.p12");
        assertNotEquals(0, refused.exit());
        assertTrue(refused.output().contains("worker-0.p12: "), refused.output());
    }

    @Test
    void bundleOfAKeyAndTheCertificateOfAnother() throws Exception {
        var refused = run(PASSWORD, "ipsec:bundle", "-Dipsec.key=certs/worker-0.key",
                "-Dipsec.certificate=certs/other.pem", "-Dipsec.passwordFile=wrong", "-Dipsec.out=certs/new.p12");
        assertNotEquals(0, refused.exit());
        assertTrue(refused.output().contains("the key belongs to no certificate"), refused.output());
    }

    /** Runs a goal with every report, at the level at which Maven prints all, and searches what came of it. */
    private RealMaven.Result run(String password, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-X", "-e", ItRepository.NOW));
        REPORTS.forEach(report -> all.add("-Dipsec." + report + "=target/" + report));
        all.addAll(List.of(arguments));
        var result = RealMaven.in(folder).with("WORKER_0", password).run(all.toArray(String[]::new));
        assertTrue(result.output().contains("[DEBUG]"), result.output());
        assertEquals(Optional.empty(), secrets.firstIn(result.output()), result.output());
        for (String text : ItRepository.tree(folder.resolve("target")).values()) {
            assertEquals(Optional.empty(), secrets.firstIn(text), text);
        }
        return result;
    }
}
