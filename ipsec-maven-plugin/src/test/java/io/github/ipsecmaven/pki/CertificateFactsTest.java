package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFactsTest {
    @Test
    void aLeafIsDescribed() {
        var facts = Certificates.factsOf(TestBundles.IDENTITY.certificate());

        assertEquals("CN=node1.example.com", facts.subject());
        assertEquals(List.of("node1.example.com"), facts.commonNames());
        assertEquals("CN=Lab CA", facts.issuer());
        assertEquals(TestBundles.IDENTITY.certificate().getSerialNumber().toString(16), facts.serial());
        assertEquals(List.of("node1.example.com"), facts.names().dns());
        assertEquals(List.of("192.0.2.1", "2001:db8:0:0:0:0:0:1"), facts.names().ips());
        assertEquals(TestBundles.NOW, facts.notBefore());
        assertEquals(TestBundles.NOW.plus(Duration.ofDays(90)), facts.notAfter());
        assertEquals(KeyAlgorithm.RSA, facts.keyAlgorithm());
        assertEquals(3072, facts.keyBits());
        assertEquals(Optional.of("SHA-256"), facts.signatureHash());
        assertFalse(facts.selfSigned());
        assertFalse(facts.isCa());
        assertEquals(Optional.of(false), facts.extensions().ca());
        assertEquals(Optional.of(Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT)),
                facts.extensions().keyUsage());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.17"),
                facts.extensions().extendedKeyUsage());
        assertEquals(List.of(), facts.extensions().unknownCritical());
        assertEquals(64, facts.sha256().length());
    }

    @Test
    void aRootIsASelfSignedCa() {
        var facts = Certificates.factsOf(TestBundles.AUTHORITY.identity().certificate());

        assertTrue(facts.selfSigned());
        assertTrue(facts.isCa());
        assertEquals(Optional.of(Set.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN)), facts.extensions().keyUsage());
    }

    @Test
    void anEqualIssuerNameAloneIsNotSelfSigned() throws Exception {
        var namesake = TestBundles.AUTHORITY.issue("Lab CA", List.of(), List.of(), TestBundles.NOW, Duration.ofDays(1));

        var facts = Certificates.factsOf(namesake.certificate());

        assertEquals(facts.subject(), facts.issuer());
        assertFalse(facts.selfSigned());
    }

    /** Certificates that only openssl makes for us. */
    @Nested
    class OfOpenssl {
        @TempDir
        Path folder;

        @BeforeEach
        void requireOpenssl() {
            ExternalTool.require("openssl", "openssl");
        }

        private Certificate make(String... options) throws Exception {
            var command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-keyout", "k.pem", "-out",
                    "c.pem", "-days", "30", "-config", "openssl.cnf"));
            Files.writeString(folder.resolve("openssl.cnf"), "[req]\ndistinguished_name=dn\n[dn]\n");
            command.addAll(List.of(options));
            ExternalTool.succeed(folder, command.toArray(new String[0]));
            return PemReader.read(Files.readAllBytes(folder.resolve("c.pem"))).certificates().get(0).certificate();
        }

        @ParameterizedTest
        @CsvSource({"-md5, MD5", "-sha1, SHA-1", "-sha384, SHA-384", "-sha3-256, SHA3-256"})
        void theSignaturesHashIsNamed(String option, String hash) throws Exception {
            var facts = make("-newkey", "rsa:2048", "-subj", "/CN=x", option).facts();

            assertEquals(Optional.of(hash), facts.signatureHash());
        }

        @Test
        void theHashOfAPssSignatureIsInItsParameters() throws Exception {
            var facts = make("-newkey", "rsa:2048", "-subj", "/CN=x", "-sha384",
                    "-sigopt", "rsa_padding_mode:pss").facts();

            assertEquals(Optional.of("SHA-384"), facts.signatureHash());
            assertEquals(KeyAlgorithm.RSA, facts.keyAlgorithm());
        }

        @Test
        void anEdwardsCurveHasNoHash() throws Exception {
            assertEquals(Optional.empty(),
                    make("-newkey", "ed25519", "-subj", "/CN=x").facts().signatureHash());
        }

        @Test
        void namesAreUnescapedAndOrdered() throws Exception {
            var facts = make("-newkey", "rsa:2048", "-subj", "/O=Acme, Inc/CN=a, b/CN=c",
                    "-addext", "subjectAltName=email:ike@example.com,DNS:b.example.com,DNS:a.example.com").facts();

            assertEquals("CN=c,CN=a\\, b,O=Acme\\, Inc", facts.subject());
            assertEquals(List.of("a, b", "c"), facts.commonNames());
            assertEquals(List.of("b.example.com", "a.example.com"), facts.names().dns());
            assertEquals(List.of("ike@example.com"), facts.names().emails());
        }

        @Test
        void absentExtensionsAreAbsent() throws Exception {
            var extensions = make("-newkey", "rsa:2048", "-subj", "/CN=x",
                    "-extensions", "dn").facts().extensions();

            assertEquals(Optional.empty(), extensions.ca());
            assertEquals(Optional.empty(), extensions.keyUsage());
            assertEquals(List.of(), extensions.extendedKeyUsage());
            assertFalse(extensions.nameConstraints());
        }

        @Test
        void criticalAndUnreadableExtensionsAreNamed() throws Exception {
            var extensions = make("-newkey", "rsa:2048", "-subj", "/CN=x",
                    "-addext", "1.2.3.4=critical,ASN1:NULL",
                    "-addext", "nameConstraints=critical,permitted;DNS:example.com",
                    "-addext", "2.5.29.37=ASN1:NULL", "-addext", "2.5.29.17=ASN1:NULL",
                    "-addext", "2.5.29.15=ASN1:NULL").facts().extensions();

            assertEquals(List.of("1.2.3.4"), extensions.unknownCritical());
            assertTrue(extensions.nameConstraints());
            assertEquals(List.of("2.5.29.15", "2.5.29.17", "2.5.29.37"), extensions.unreadable());
        }
    }
}
