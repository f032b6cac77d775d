package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpensslBundlesTest {
    private static final String NAME = "left_server";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeKeys() {
        ExternalTool.require("openssl", "openssl");
        request("rsa", "RSA", "rsa_keygen_bits:2048");
        request("other", "RSA", "rsa_keygen_bits:2048");
    }

    private static void request(String name, String algorithm, String option) {
        var command = new ArrayList<>(List.of("openssl", "genpkey", "-algorithm", algorithm, "-out", name + ".key"));
        if (!option.isEmpty()) {
            command.addAll(List.of("-pkeyopt", option));
        }
        ExternalTool.succeed(folder, command.toArray(new String[0]));
        ExternalTool.succeed(folder, "openssl", "req", "-x509", "-new", "-key", name + ".key", "-out", name + ".pem",
                "-subj", "/CN=" + name + ".example.com", "-days", "30");
    }

    /** Exports with an empty password unless the options name one, which then also opens it. */
    private static byte[] export(String... options) throws IOException {
        var command = new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-out", "out.p12"));
        command.addAll(List.of(options));
        if (!command.contains("-passout")) {
            command.addAll(List.of("-passout", "pass:"));
        }
        ExternalTool.succeed(folder, command.toArray(new String[0]));
        return Files.readAllBytes(folder.resolve("out.p12"));
    }

    private static byte[] exportRsa(String... options) throws IOException {
        var all = new ArrayList<>(List.of("-inkey", "rsa.key", "-in", "rsa.pem", "-name", NAME));
        all.addAll(List.of(options));
        return export(all.toArray(new String[0]));
    }

    private static Bundle open(byte[] bytes) throws BundleException {
        return BundleReader.read(bytes, new char[0]);
    }

    @Test
    void theDefaultOfOpenssl3IsFullyDescribed() throws Exception {
        var bundle = open(exportRsa("-iter", "3000"));

        assertEquals(1, bundle.keys().size());
        assertEquals(1, bundle.certificates().size());
        assertEquals(Optional.of(new BundleMac(BundleMac.Scheme.PKCS12, "SHA-256", Optional.empty(), 3000)),
                bundle.mac());
        assertEquals(List.of(
                new Encryption(Encryption.Covers.BAGS, "PBES2", "AES-256-CBC", Optional.of("SHA-256"), 3000),
                new Encryption(Encryption.Covers.KEY, "PBES2", "AES-256-CBC", Optional.of("SHA-256"), 3000)),
                bundle.encryptions());
        assertTrue(bundle.encryptions().stream().noneMatch(Encryption::legacy));
        assertEquals(PasswordForm.EMPTY, bundle.passwordForm());
        assertEquals(0, bundle.trailingBytes());

        var identity = bundle.identity().orElseThrow();
        assertEquals(Optional.of(NAME), identity.nickname());
        assertEquals(Optional.of(NAME), identity.key().friendlyName());
        assertEquals(KeyAlgorithm.RSA, identity.key().algorithm());
        assertEquals(2048, identity.key().bits());
        assertTrue(identity.key().encrypted());
        assertTrue(identity.linked());
        assertEquals(KeyMatch.MATCHES, identity.match());
        assertEquals("CN=rsa.example.com", identity.certificate().certificate().facts().subject());
        var fingerprint = ExternalTool.succeed(folder, "openssl", "x509", "-in", "rsa.pem", "-noout", "-fingerprint",
                "-sha256");
        assertEquals(fingerprint.substring(fingerprint.indexOf('=') + 1).strip().replace(":", "").toLowerCase(),
                identity.certificate().certificate().sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "AES-128-CBC, PBES2, AES-128-CBC, false",
        "AES-192-CBC, PBES2, AES-192-CBC, true",
        "AES-256-CBC, PBES2, AES-256-CBC, false",
        "DES-EDE3-CBC, PBES2, DES-EDE3-CBC, true",
        "PBE-SHA1-3DES, pbeWithSHAAnd3-KeyTripleDES-CBC, DES-EDE3-CBC, true",
        "PBE-SHA1-2DES, pbeWithSHAAnd2-KeyTripleDES-CBC, DES-EDE2-CBC, true",
        "PBE-SHA1-RC2-40, pbeWithSHAAnd40BitRC2-CBC, RC2-40-CBC, true",
        "PBE-SHA1-RC2-128, pbeWithSHAAnd128BitRC2-CBC, RC2-128-CBC, true",
        "PBE-SHA1-RC4-40, pbeWithSHAAnd40BitRC4, RC4-40, true",
        "PBE-SHA1-RC4-128, pbeWithSHAAnd128BitRC4, RC4-128, true",
    })
    void everySchemeOfOpensslOpensWithEmptyAndRealPasswords(String option, String scheme, String cipher, boolean legacy)
            throws Exception {
        var options = new String[] {"-keypbe", option, "-certpbe", option, "-legacy"};
        var withPassword = new String[] {"-keypbe", option, "-certpbe", option, "-legacy", "-passout", "pass:Pw 1$"};

        for (var bundle : List.of(open(exportRsa(options)),
                BundleReader.read(exportRsa(withPassword), "Pw 1$".toCharArray()))) {
            assertEquals(2, bundle.encryptions().size());
            for (var encryption : bundle.encryptions()) {
                assertEquals(scheme, encryption.scheme());
                assertEquals(cipher, encryption.cipher());
                assertEquals(legacy, encryption.legacy());
            }
            assertEquals(KeyMatch.MATCHES, bundle.identity().orElseThrow().match());
        }
    }

    @Test
    void theLegacyDefaultIsReported() throws Exception {
        var bundle = open(exportRsa("-legacy"));

        assertEquals("SHA-1", bundle.mac().orElseThrow().digest());
        assertEquals(List.of("RC2-40-CBC", "DES-EDE3-CBC"),
                bundle.encryptions().stream().map(Encryption::cipher).toList());
    }

    @ParameterizedTest
    @CsvSource({"sha1, SHA-1", "sha224, SHA-224", "sha256, SHA-256", "sha384, SHA-384", "sha512, SHA-512"})
    void everyMacDigestIsVerified(String option, String digest) throws Exception {
        assertEquals(digest, open(exportRsa("-macalg", option)).mac().orElseThrow().digest());
    }

    @Test
    void anUnknownMacDigestIsUnsupportedAndNamed() throws Exception {
        var e = assertThrows(BundleException.class, () -> open(exportRsa("-macalg", "sha3-256")));

        assertEquals(BundleException.Reason.UNSUPPORTED_ALGORITHM, e.reason());
        assertTrue(e.getMessage().contains("2.16.840.1.101.3.4.2.8"), e.getMessage());
    }

    @Tag("optional-tool")
    @Test
    void pbmac1OfOpensslIsVerified() throws Exception {
        var options = ExternalTool.run(folder, "openssl", "pkcs12", "-help").output();
        Assumptions.assumeTrue(options.contains("-pbmac1_pbkdf2"), "needs openssl 3.4 or newer");

        var mac = open(exportRsa("-pbmac1_pbkdf2", "-macalg", "sha512")).mac().orElseThrow();

        assertEquals(BundleMac.Scheme.PBMAC1, mac.scheme());
        assertEquals("SHA-512", mac.digest());
    }

    @Test
    void aBundleWithoutMacOpensAndSaysSo() throws Exception {
        assertEquals(Optional.empty(), open(exportRsa("-nomac")).mac());
    }

    @Test
    void aWrongPasswordIsSeenWithoutMacToo() throws Exception {
        var bytes = exportRsa("-nomac", "-passout", "pass:right");

        var e = assertThrows(BundleException.class, () -> BundleReader.read(bytes, "wrong".toCharArray()));

        assertEquals(BundleException.Reason.WRONG_PASSWORD, e.reason());
    }

    @Test
    void plainBagsHaveNoEncryption() throws Exception {
        var bundle = open(exportRsa("-keypbe", "NONE", "-certpbe", "NONE"));

        assertEquals(List.of(), bundle.encryptions());
        assertFalse(bundle.keys().get(0).encrypted());
        assertEquals(KeyMatch.MATCHES, bundle.identity().orElseThrow().match());
    }

    @Test
    void aBundleWithoutNameHasNoNickname() throws Exception {
        var bundle = open(export("-inkey", "rsa.key", "-in", "rsa.pem"));

        assertEquals(Optional.empty(), bundle.identity().orElseThrow().nickname());
    }

    @Test
    void namesKeepCaseAndSpaces() throws Exception {
        var bundle = open(export("-inkey", "rsa.key", "-in", "rsa.pem", "-name", " Left Server "));

        assertEquals(Optional.of(" Left Server "), bundle.identity().orElseThrow().nickname());
    }

    @Test
    void aKeyWithoutCertificateIsNoIdentity() throws Exception {
        var bundle = open(export("-inkey", "rsa.key", "-nocerts", "-name", NAME));

        assertEquals(1, bundle.keys().size());
        assertEquals(Optional.empty(), bundle.identity());
    }

    @Test
    void aCertificateWithoutKeyIsNoIdentity() throws Exception {
        var bundle = open(export("-in", "rsa.pem", "-nokeys", "-name", NAME));

        assertEquals(List.of(), bundle.keys());
        assertEquals(1, bundle.certificates().size());
        assertEquals(Optional.empty(), bundle.identity());
    }

    @Test
    void aChainIsListedButIsNotTheIdentity() throws Exception {
        var bundle = open(exportRsa("-certfile", "other.pem", "-caname", "the root"));

        assertEquals(2, bundle.certificates().size());
        assertEquals(Optional.of("the root"), bundle.certificates().get(1).friendlyName());
        assertEquals(Optional.empty(), bundle.certificates().get(1).localKeyId());
        assertEquals(1, bundle.identities().size());
        assertEquals("CN=rsa.example.com", bundle.identity().orElseThrow()
                .certificate().certificate().facts().subject());
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, rsa_keygen_bits:1024, RSA, 1024",
        "RSA-PSS, rsa_keygen_bits:2048, RSA_PSS, 2048",
        "EC, ec_paramgen_curve:P-256, EC, 256",
        "EC, ec_paramgen_curve:P-384, EC, 384",
        "EC, ec_paramgen_curve:P-521, EC, 521",
        "ED25519, '', ED25519, 255",
        "ED448, '', ED448, 448",
    })
    void everyKeyIsNamedMeasuredAndMatched(String algorithm, String option, KeyAlgorithm expected, int bits)
            throws Exception {
        request("one", algorithm, option);
        request("two", algorithm, option);
        var bundle = open(export("-inkey", "one.key", "-in", "one.pem"));
        var another = open(export("-inkey", "two.key", "-in", "two.pem"));
        var key = bundle.keys().get(0);

        assertEquals(expected, key.algorithm());
        assertEquals(bits, key.bits());
        assertEquals(KeyMatch.MATCHES, bundle.identity().orElseThrow().match());
        assertEquals(KeyMatch.DIFFERS, KeyPairing.match(KeyMaterial.of(key.privateKey().orElseThrow().getEncoded()),
                another.certificates().get(0).certificate().x509().getPublicKey()));
        var facts = bundle.certificates().get(0).certificate().facts();
        assertEquals(expected, facts.keyAlgorithm());
        assertEquals(bits, facts.keyBits());
        assertTrue(facts.selfSigned());
    }

    @Test
    void aCurveThatTheJdkCannotSignWithIsMeasuredButUndecided() throws Exception {
        request("koblitz", "EC", "ec_paramgen_curve:secp256k1");
        var identity = open(export("-inkey", "koblitz.key", "-in", "koblitz.pem")).identity().orElseThrow();

        assertEquals(256, identity.key().bits());
        assertEquals(KeyAlgorithm.EC_OTHER, identity.key().algorithm());
        assertEquals(KeyMatch.UNDECIDED, identity.match());
        assertTrue(identity.linked());
    }

    @Test
    void aUtf8PasswordOpensPbes2AndPkcs12Schemes() throws Exception {
        var password = "p\u00e4ss\u4e16\ud83d\ude00";
        Files.writeString(folder.resolve("password"), password);

        for (var scheme : List.of("AES-256-CBC", "PBE-SHA1-3DES")) {
            var bytes = exportRsa("-keypbe", scheme, "-certpbe", scheme, "-passout", "file:password");
            assertEquals(PasswordForm.GIVEN, BundleReader.read(bytes, password.toCharArray()).passwordForm());
        }
    }

    @Test
    void bytesAfterTheStructureAreCounted() throws Exception {
        var bytes = exportRsa();
        var longer = Arrays.copyOf(bytes, bytes.length + 3);

        assertEquals(3, open(longer).trailingBytes());
    }

    /** The MAC is no longer right either: that this is not what is reported shows that nothing was derived. */
    @Test
    void tooManyIterationsAreRefusedBeforeAnythingIsDerived() throws Exception {
        var bytes = exportRsa("-iter", "70000");
        var raised = bytes.clone();
        for (var i = 0; i < raised.length - 4; i++) {
            if (raised[i] == 2 && raised[i + 1] == 3 && raised[i + 2] == 0x01 && raised[i + 3] == 0x11) {
                raised[i + 2] = 0x3d;
            }
        }

        assertEquals(BundleException.Reason.TOO_MANY_ITERATIONS,
                assertThrows(BundleException.class, () -> open(raised)).reason());
    }
}
