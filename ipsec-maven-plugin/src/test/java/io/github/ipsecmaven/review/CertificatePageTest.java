package io.github.ipsecmaven.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.PemException;
import io.github.ipsecmaven.pki.PemReader;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle with an intermediate, as a reviewer sees it. */
class CertificatePageTest {

    @TempDir
    private Path folder;

    @Test
    void everyCertificateThatANodeImportsIsThereWithWhatIdentifiesIt() throws Exception {
        CraftedCluster cluster = new CraftedCluster(folder);
        CraftedCertificate issuing = CraftedCertificate.authority("CN=Issuing").signedBy(cluster.root());
        CraftedCertificate own = cluster.node().signedBy(issuing);
        cluster.bundle(BundleForge.of(own, "worker-0").with(issuing));

        var fleet = cluster.repository().fleet().generate();
        assertTrue(fleet.changes().isPresent(), () -> fleet.compiled().diagnostics().all().toString());

        List<String> rows = cluster.repository().tree().entrySet().stream()
                .filter(file -> file.getKey().endsWith("review/certificates.md"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.startsWith("| ") && line.contains("RSA"))
                .toList();
        assertEquals(List.of(
                "| CA | ca.pem | CN=Root | CN=Root | " + identity(cluster.root()),
                "| worker-0 | worker-0 | worker-0.p12 | none | CN=worker-0 | worker-0.prod.example.com | CN=Issuing | "
                        + identity(own),
                "| worker-0.p12 | CN=Issuing | CN=Root | " + identity(issuing)), rows);
    }

    private static String identity(CraftedCertificate certificate) throws PemException {
        CertificateFacts facts =
                PemReader.read(PemWriter.write(certificate.certificate())).certificates().get(0).certificate().facts();
        return "`" + facts.serial() + "` | " + facts.notBefore() + " to " + facts.notAfter() + " | RSA "
                + facts.keyBits() + " | `" + facts.sha256() + "` |";
    }
}
