package io.github.ipsecmaven.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.pki.BundleSource;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was known of opened files is known again when its text is read. */
class KnownCredentialsTest {

    private static final CraftedCertificate ROOT = CraftedCertificate.authority("CN=Root|a\\,b").selfSigned();

    @TempDir
    private Path folder;

    @Test
    void bundlesAndCertificatesComeBackAsTheyWere() throws Exception {
        CraftedCertificate own = CraftedCertificate.end("CN=a | b,OU=n\\\\t", "a.example.com", "192.0.2.1").signedBy(ROOT);
        Map<String, Bundle> bundles = new LinkedHashMap<>();
        bundles.put("lab", BundleReader.read(LabKeys.bundle("worker-0.p12"), new char[0]));
        bundles.put("guarded", BundleReader.read(LabKeys.bundle("guarded.p12"), LabKeys.PASSWORD.toCharArray()));
        bundles.put("odd", BundleReader.read(BundleForge.of(own, "a|b\nc\\p\t\u4e16").with(ROOT).bytes(), new char[0]));
        bundles.put("unnamed", BundleReader.read(BundleForge.unnamed(own).bytes(), new char[0]));
        bundles.put("unlinked", BundleReader.read(BundleForge.unlinked(own, "x").bytes(), new char[0]));
        KnownCredentials known = known(bundles, Optional.empty());
        Certificate end = bundles.get("odd").identity().orElseThrow().certificate().certificate();
        end.isSignedBy(bundles.get("odd").certificates().get(1).certificate());

        KnownCredentials read = KnownCredentials.parse(known.text());

        assertEquals(known.text(), read.text());
        known.certificates().forEach((sha256, certificate) -> {
            assertEquals(certificate.facts(), read.certificates().get(sha256).facts());
            assertEquals(certificate.signers(), read.certificates().get(sha256).signers());
            assertEquals(certificate.x509(), read.certificates().get(sha256).x509());
        });
        known.bundles().forEach((source, bundle) -> {
            Bundle again = read.bundles().get(source);
            assertEquals(bundle.identities().toString(), again.identities().toString());
            assertEquals(bundle.identity().flatMap(identity -> identity.nickname()),
                    again.identity().flatMap(identity -> identity.nickname()));
            assertEquals(List.of(bundle.encryptions(), bundle.mac(), bundle.passwordForm(), bundle.otherBags()),
                    List.of(again.encryptions(), again.mac(), again.passwordForm(), again.otherBags()));
        });
    }

    @Test
    void aBundleWhosePasswordFileWasTouchedIsNotKnown() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), LabKeys.PASSWORD);
        Bundle bundle = BundleReader.read(LabKeys.bundle("guarded.p12"), LabKeys.PASSWORD.toCharArray());
        String text = known(Map.of("guarded", bundle), Optional.of(password)).text();
        assertEquals(1, KnownCredentials.parse(text).bundles().size());
        Files.delete(password);
        assertEquals(0, KnownCredentials.parse(text).bundles().size());
        Files.writeString(password, "another");
        assertEquals(0, KnownCredentials.parse(text).bundles().size());
    }

    @Test
    void anotherTextIsRefused() throws Exception {
        String text = known(Map.of("lab", BundleReader.read(LabKeys.bundle("worker-0.p12"), new char[0])), Optional.empty())
                .text();
        String withoutCertificates = text.lines().filter(line -> line.startsWith("bundle")).findFirst().orElseThrow();
        for (String other : List.of("x", "bundle\tx", "certificate\tx", withoutCertificates, text + "x\n")) {
            assertThrows(RuntimeException.class, () -> KnownCredentials.parse(other), other);
        }
    }

    private static KnownCredentials known(Map<String, Bundle> bundles, Optional<Path> passwordFile) {
        KnownCredentials known = new KnownCredentials(new TreeMap<>(), new LinkedHashMap<>());
        bundles.forEach((name, bundle) -> {
            for (BundleCertificate each : bundle.certificates()) {
                known.certificates().put(each.certificate().sha256(), each.certificate());
            }
            known.bundles().put(new BundleSource(name, Optional.empty(), passwordFile), bundle);
        });
        return known;
    }
}
