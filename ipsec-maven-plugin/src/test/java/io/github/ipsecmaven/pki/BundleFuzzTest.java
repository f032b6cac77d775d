package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ipsecmaven.fuzz.Seeds;
import io.github.ipsecmaven.testkit.BundleForge;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a bundle's file holds, it is a bundle whose facts can be read, or a sentence without a byte of it. */
class BundleFuzzTest {

    /** What the lab's bundles need. Time goes into iterations alone, and {@link BundleReader} limits these. */
    private static final int MOST_ITERATIONS = 40_000;

    /** As many characters as six bytes of a key would need. */
    private static final Pattern BYTES = Pattern.compile("[0-9a-fA-F]{12}|[A-Za-z]*[0-9+/][0-9A-Za-z+/]{11}");

    static List<byte[]> seeds() throws IOException {
        CraftedCertificate rsa = CraftedCertificate.end("CN=worker-0", "worker-0.example.com").selfSigned();
        CraftedCertificate ec = CraftedCertificate.end("CN=worker-1").keys(CraftedKeys.ec("secp256r1")).hash("SHA256")
                .selfSigned();
        return Seeds.andEdits(List.of(
                BundleForge.of(rsa, "worker-0").withoutMac().bytes(),
                BundleForge.of(ec, "worker-1").withoutMac().bytes(),
                BundleForge.unlinked(ec, "worker-1").with(rsa).withoutMac().bytes(),
                BundleForge.of(ec, "worker-1").tripleDes().withoutMac().bytes(),
                BundleForge.of(ec, "worker-1").iterations(1).bytes(),
                BundleForge.of(ec, "worker-1").tripleDes().macOfSha1().iterations(1).bytes(),
                LabKeys.bundle("worker-0.p12"),
                withoutMac(LabKeys.bundle("worker-0.p12")),
                LabKeys.bundle("guarded.p12")));
    }

    private static byte[] withoutMac(byte[] bundle) throws IOException {
        return new Pfx(Pfx.getInstance(bundle).getAuthSafe(), null).getEncoded();
    }

    @MethodSource("seeds")
    @FuzzTest
    void opensOrSaysWhy(byte[] bytes) {
        try {
            Bundle bundle = BundleReader.read(bytes, new char[0], CertificateReader::read, MOST_ITERATIONS);
            for (BundleCertificate certificate : bundle.certificates()) {
                certificate.certificate().facts();
            }
            String shown = bundle.identities() + bundle.toString();
            for (BundleKey key : bundle.keys()) {
                key.privateKey().ifPresent(privateKey -> assertIsNotIn(shown, privateKey));
            }
        } catch (BundleException e) {
            assertNull(e.getCause());
            assertFalse(BYTES.matcher(e.getMessage()).find(), e::getMessage);
            assertTrue(e.getMessage().endsWith("."), e::getMessage);
        }
    }

    private static void assertIsNotIn(String shown, PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa && rsa.getPrivateExponent().bitLength() > 100) {
            assertFalse(shown.contains(rsa.getPrivateExponent().toString()));
            assertFalse(shown.contains(rsa.getPrivateExponent().toString(16)));
        }
    }
}
