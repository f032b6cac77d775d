package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.pki.BundleException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class BundleReaderTest {
    private static final char[] NO_PASSWORD = new char[0];

    private static Reason reason(byte[] bytes, String password) {
        return assertThrows(BundleException.class, () -> BundleReader.read(bytes, password.toCharArray())).reason();
    }

    private static byte[] keyStore(char[] password) throws GeneralSecurityException, IOException {
        return keyStore(password, password);
    }

    private static byte[] keyStore(char[] password, char[] keyPassword) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("Left_Server", TestBundles.IDENTITY.key(), keyPassword,
                new Certificate[] {TestBundles.IDENTITY.certificate(), TestBundles.AUTHORITY.identity().certificate()});
        var out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    @Test
    void aBundleOfOurOwnOpens() throws Exception {
        var bundle = BundleReader.read(TestBundles.write("Left_S\u00e9rver", ""), NO_PASSWORD);
        var identity = bundle.identity().orElseThrow();

        assertEquals(1, bundle.keys().size());
        assertEquals(1, bundle.certificates().size());
        assertEquals(Optional.of("Left_S\u00e9rver"), identity.nickname());
        assertEquals(identity.key().localKeyId(), identity.certificate().localKeyId());
        assertEquals(KeyMatch.MATCHES, identity.match());
        assertEquals(Optional.of(TestBundles.IDENTITY.key()), identity.key().privateKey());
        assertEquals(TestBundles.IDENTITY.certificate(), identity.certificate().certificate().x509());
        assertEquals(PasswordForm.EMPTY, bundle.passwordForm());
    }

    @Test
    void theJdksBundleOpensAndShowsTheAliasInLowerCase() throws Exception {
        var bundle = BundleReader.read(keyStore(NO_PASSWORD), NO_PASSWORD);

        assertEquals(PasswordForm.EMPTY, bundle.passwordForm());
        assertEquals(Optional.of("left_server"), bundle.identity().orElseThrow().nickname());
        assertEquals(KeyMatch.MATCHES, bundle.identity().orElseThrow().match());
        assertEquals(2, bundle.certificates().size());
    }

    @Test
    void theJdksBundleWithPasswordOpens() throws Exception {
        var password = "secret".toCharArray();

        assertEquals(PasswordForm.GIVEN, BundleReader.read(keyStore(password), password).passwordForm());
    }

    @Test
    void aKeyWithAPasswordOfItsOwnIsRefused() throws Exception {
        assertEquals(Reason.WRONG_PASSWORD, reason(keyStore("store".toCharArray(), "key".toCharArray()), "store"));
    }

    @Test
    void aMacMadeWithoutPasswordOpensWithTheEmptyOne() throws Exception {
        assertEquals(PasswordForm.ABSENT,
                BundleReader.read(withMacOfNoPassword(TestBundles.write("n", "")), NO_PASSWORD).passwordForm());
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertEquals(Reason.WRONG_PASSWORD, reason(TestBundles.write("n", "right"), "wrong"));
        assertEquals(Reason.WRONG_PASSWORD, reason(TestBundles.write("n", "right"), ""));
        assertEquals(Reason.WRONG_PASSWORD, reason(TestBundles.write("n", ""), "wrong"));
    }

    @Test
    void theCallersPasswordIsLeftAlone() throws Exception {
        var password = "right".toCharArray();

        BundleReader.read(TestBundles.write("n", "right"), password);

        assertEquals("right", new String(password));
    }

    @Test
    void whatIsNoPkcs12IsNamed() throws Exception {
        var bundle = TestBundles.write("n", "");
        var certificate = TestBundles.IDENTITY.certificate();

        assertEquals(Reason.EMPTY, reason(new byte[0], ""));
        assertEquals(Reason.TOO_LARGE, reason(new byte[BundleReader.MAX_BYTES + 1], ""));
        assertEquals(Reason.PEM, reason(PemWriter.write(certificate), ""));
        assertEquals(Reason.PEM, reason("Bag Attributes\n-----BEGIN CERTIFICATE-----\n".getBytes(
                StandardCharsets.US_ASCII), ""));
        assertEquals(Reason.BASE64, reason(Base64.getEncoder().encode(bundle), ""));
        assertEquals(Reason.BASE64, reason(Base64.getMimeEncoder().encode(bundle), ""));
        assertEquals(Reason.TRUNCATED, reason(Arrays.copyOf(bundle, bundle.length - 1), ""));
        assertEquals(Reason.NOT_PKCS12, reason(certificate.getEncoded(), ""));
        assertEquals(Reason.NOT_PKCS12, reason("left_server".getBytes(StandardCharsets.US_ASCII), ""));
    }

    @Test
    void aBundleCutAnywhereIsRefused() throws Exception {
        var bundle = TestBundles.write("n", "");
        for (var length = 0; length < bundle.length; length++) {
            var cut = Arrays.copyOf(bundle, length);
            assertThrows(BundleException.class, () -> BundleReader.read(cut, NO_PASSWORD));
        }
    }

    /** In the first bundle the MAC stops what the second lets every parser see. */
    @Test
    void aFlippedBitGivesABundleOrABundleException() throws Exception {
        flipBits(TestBundles.write("n", ""), 400, true);
        flipBits(plain(plainKey("n", "01"), plainCertificate("n", "01")), 4000, false);
    }

    private static void flipBits(byte[] bundle, int rounds, boolean protectedByMac) {
        var random = new Random(20260601);
        var count = 0;
        for (var round = 0; round < rounds; round++) {
            var flipped = bundle.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                var opened = BundleReader.read(flipped, NO_PASSWORD);
                opened.identities();
                for (var certificate : opened.certificates()) {
                    certificate.certificate().facts();
                }
                count++;
            } catch (BundleException e) {
                assertNull(e.getCause());
            }
        }
        assertEquals(!protectedByMac, count > 0, "bundles opened: " + count);
    }

    @Test
    void deepNestingNeitherHangsNorOverflows() throws Exception {
        ASN1Encodable nested = new DERSequence();
        for (var depth = 0; depth < 20; depth++) {
            nested = new DERSequence(new SafeBag(PKCSObjectIdentifiers.safeContentsBag, nested));
        }
        assertEquals(Reason.TOO_MANY_BAGS, reason(plain((DERSequence) nested), ""));

        var hostile = new byte[BundleReader.MAX_BYTES];
        for (var i = 0; i < hostile.length; i += 2) {
            hostile[i] = 0x30;
            hostile[i + 1] = (byte) 0x80;
        }
        assertEquals(Reason.NOT_PKCS12, reason(hostile, ""));
    }

    @Test
    void tooManyBagsAreRefused() throws Exception {
        var bags = new ASN1Encodable[BundleReader.MAX_BAGS + 1];
        Arrays.fill(bags, plainCertificate("n", "01"));

        assertEquals(Reason.TOO_MANY_BAGS, reason(plain(bags), ""));
    }

    @Test
    void aCertificateBagThatHoldsNoneIsRefused() throws Exception {
        var bag = new SafeBag(PKCSObjectIdentifiers.certBag,
                new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(new byte[] {0x30, 0})));

        assertEquals(Reason.BROKEN_CERTIFICATE, reason(plain(bag), ""));
    }

    @Test
    void otherBagsAreListed() throws Exception {
        var bag = new SafeBag(PKCSObjectIdentifiers.secretBag, new DERSequence());

        assertEquals(List.of("1.2.840.113549.1.12.10.1.5"),
                BundleReader.read(plain(bag), NO_PASSWORD).otherBags());
    }

    @Test
    void theCertificatesNameWinsAndTheKeysIsTheFallback() throws Exception {
        var both = BundleReader.read(plain(plainKey("key", "01"), plainCertificate("certificate", "01")), NO_PASSWORD);
        var keyOnly = BundleReader.read(plain(plainKey("key", "01"), plainCertificate(null, "01")), NO_PASSWORD);

        assertEquals(Optional.of("certificate"), both.identity().orElseThrow().nickname());
        assertEquals(Optional.of("key"), keyOnly.identity().orElseThrow().nickname());
    }

    @Test
    void withoutLocalKeyIdTheMatchingCertificateIsTheIdentityButNotLinked() throws Exception {
        var identity = BundleReader.read(plain(plainKey("n", null), plainCertificate("n", null)), NO_PASSWORD)
                .identity().orElseThrow();

        assertFalse(identity.linked());
        assertEquals(KeyMatch.MATCHES, identity.match());
    }

    @Test
    void aLinkedCertificateOfAnotherKeyIsTheIdentityAndDiffers() throws Exception {
        var other = new SafeBag(PKCSObjectIdentifiers.certBag,
                new CertBag(PKCSObjectIdentifiers.x509Certificate,
                        new DEROctetString(TestBundles.AUTHORITY.identity().certificate().getEncoded())),
                attributes("n", "01"));

        var identity = BundleReader.read(plain(plainKey("n", "01"), other), NO_PASSWORD).identity().orElseThrow();

        assertTrue(identity.linked());
        assertEquals(KeyMatch.DIFFERS, identity.match());
    }

    @Test
    void twoIdentitiesAreBothFound() throws Exception {
        var authority = TestBundles.AUTHORITY.identity();
        var bundle = BundleReader.read(plain(
                plainKey("a", "01"), plainCertificate("a", "01"),
                new SafeBag(PKCSObjectIdentifiers.keyBag,
                        PrivateKeyInfo.getInstance(authority.key().getEncoded()), attributes("b", "02")),
                new SafeBag(PKCSObjectIdentifiers.certBag, new CertBag(PKCSObjectIdentifiers.x509Certificate,
                        new DEROctetString(authority.certificate().getEncoded())), attributes("b", "02"))),
                NO_PASSWORD);

        assertEquals(List.of(Optional.of("a"), Optional.of("b")),
                bundle.identities().stream().map(BundleIdentity::nickname).toList());
        assertEquals(Optional.of("a"), bundle.identity().orElseThrow().nickname());
    }

    @Test
    void pbmac1IsVerified() throws Exception {
        var bytes = withPbmac1(TestBundles.write("n", "secret"), "secret", 32);

        assertEquals(Optional.of(new BundleMac(BundleMac.Scheme.PBMAC1, "SHA-512", Optional.of("SHA-256"), 2048)),
                BundleReader.read(bytes, "secret".toCharArray()).mac());
        assertEquals(Reason.WRONG_PASSWORD, reason(bytes, "Secret"));
    }

    @Test
    void noMessageHoldsTheSecret() throws Exception {
        var secret = "hunter2-hunter2";
        var bundle = TestBundles.write("n", secret);
        var key = Base64.getEncoder().encodeToString(TestBundles.IDENTITY.key().getEncoded());
        var opened = BundleReader.read(bundle, secret.toCharArray());

        assertFalse(opened.toString().contains(secret));
        assertEquals("RSA key, 3072 bits", opened.keys().get(0).toString());
        for (var input : List.of(Arrays.copyOf(bundle, 100), TestBundles.write("n", "x"),
                PemWriter.write(TestBundles.IDENTITY.key()), secret.getBytes(StandardCharsets.UTF_8),
                key.getBytes(StandardCharsets.US_ASCII))) {
            var e = assertThrows(BundleException.class, () -> BundleReader.read(input, secret.toCharArray()));
            assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
            assertFalse(e.getMessage().contains(key.substring(60, 80)), e.getMessage());
            assertNull(e.getCause());
        }
    }

    private static SafeBag plainKey(String name, String id) {
        return new SafeBag(PKCSObjectIdentifiers.keyBag,
                PrivateKeyInfo.getInstance(TestBundles.IDENTITY.key().getEncoded()), attributes(name, id));
    }

    private static SafeBag plainCertificate(String name, String id) throws GeneralSecurityException {
        return new SafeBag(PKCSObjectIdentifiers.certBag, new CertBag(PKCSObjectIdentifiers.x509Certificate,
                new DEROctetString(TestBundles.IDENTITY.certificate().getEncoded())), attributes(name, id));
    }

    private static DERSet attributes(String name, String id) {
        var attributes = new ArrayList<ASN1Encodable>();
        if (name != null) {
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERSet(new DERBMPString(name))));
        }
        if (id != null) {
            attributes.add(new Attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                    new DERSet(new DEROctetString(id.getBytes(StandardCharsets.US_ASCII)))));
        }
        return new DERSet(attributes.toArray(new ASN1Encodable[0]));
    }

    /** A bundle without MAC and encryption. */
    private static byte[] plain(ASN1Encodable... bags) throws IOException {
        return plain(new DERSequence(bags));
    }

    private static byte[] plain(DERSequence bags) throws IOException {
        var part = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(bags.getEncoded()));
        var safe = new DEROctetString(new DERSequence(part).getEncoded());
        return new Pfx(new ContentInfo(PKCSObjectIdentifiers.data, safe), null).getEncoded();
    }

    private static byte[] withPbmac1(byte[] bundle, String password, int keyBytes)
            throws GeneralSecurityException, IOException {
        var outer = Pfx.getInstance(bundle).getAuthSafe();
        var salt = new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
        var derivation = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(
                salt, 2048, keyBytes, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256)));
        var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, new PBMAC1Params(
                derivation, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA512)));
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 2048, 8 * keyBytes)).getEncoded();
        var mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        var digest = mac.doFinal(ASN1OctetString.getInstance(outer.getContent()).getOctets());
        return new Pfx(outer, new MacData(new DigestInfo(algorithm, digest), new byte[8], 1)).getEncoded();
    }

    private static byte[] withMacOfNoPassword(byte[] bundle) throws GeneralSecurityException, IOException {
        var outer = Pfx.getInstance(bundle).getAuthSafe();
        var generator = new PKCS12ParametersGenerator(new SHA1Digest());
        generator.init(new byte[0], new byte[8], 2048);
        var key = ((KeyParameter) generator.generateDerivedMacParameters(160)).getKey();
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        var digest = mac.doFinal(ASN1OctetString.getInstance(outer.getContent()).getOctets());
        var algorithm = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
        return new Pfx(outer, new MacData(new DigestInfo(algorithm, digest), new byte[8], 2048)).getEncoded();
    }
}
