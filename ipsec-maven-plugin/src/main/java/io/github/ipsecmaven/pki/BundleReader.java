package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.pki.BundleException.Reason;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/**
 * Opens a PKCS#12 file (RFC 7292). Structure by Bouncy Castle's ASN.1 classes, cryptography by the JDK.
 *
 * <p>The input may be hostile: its size, its bags and its iterations are limited, the iteration counts before anything
 * is derived from the password, and whatever a library throws becomes a {@link BundleException}.
 */
public final class BundleReader {
    /** A bundle of a key and a chain has some 5 kB; one machine config of all of them must stay below 1 MiB anyway. */
    public static final int MAX_BYTES = 1 << 20;

    /** A key, a certificate and a long chain are ten. */
    public static final int MAX_BAGS = 100;

    /**
     * The sum over every derivation of a file (MAC, certificates, key). Measured: a file of 3300000 each opens in 5 s,
     * and in 18 s where the JVM has only its first compiler. Tools write 2048 to 600000 each.
     */
    public static final int MAX_ITERATIONS = 10_000_000;

    private final BundlePassword password;
    private final CertificateSource source;
    private final int mostIterations;
    private final IterationBudget budget;

    private BundleReader(BundlePassword password, CertificateSource source, int mostIterations) {
        this.password = password;
        this.source = source;
        this.mostIterations = mostIterations;
        this.budget = new IterationBudget(mostIterations);
    }

    /**
     * Opens a bundle.
     *
     * @param password an empty array tries both the empty password and none
     * @throws BundleException where it does not open, with the reason
     */
    public static Bundle read(byte[] bytes, char[] password) throws BundleException {
        return read(bytes, password, CertificateReader::read);
    }

    /** The same with certificates of another source. */
    static Bundle read(byte[] bytes, char[] password, CertificateSource source) throws BundleException {
        return read(bytes, password, source, MAX_ITERATIONS);
    }

    /** The same within another limit than {@link #MAX_ITERATIONS}. */
    static Bundle read(byte[] bytes, char[] password, CertificateSource source, int mostIterations)
            throws BundleException {
        NotPkcs12.refuse(bytes);
        try (var input = new ASN1InputStream(bytes)) {
            var pfx = outer(input);
            return new BundleReader(new BundlePassword(password), source, mostIterations).open(pfx, input.available());
        } catch (IOException | RuntimeException e) {
            throw malformed();
        }
    }

    static byte[] encoded(ASN1Encodable value) throws BundleException {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static Pfx outer(ASN1InputStream input) throws BundleException {
        try {
            return Pfx.getInstance(input.readObject());
        } catch (IOException | RuntimeException e) {
            throw NotPkcs12.notPkcs12();
        }
    }

    private static BundleException malformed() {
        return new BundleException(Reason.MALFORMED, "The bundle is damaged: it is not well-formed PKCS#12 inside.");
    }

    private Bundle open(Pfx pfx, int trailingBytes) throws BundleException, IOException {
        if (!pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data)) {
            throw new BundleException(Reason.UNSUPPORTED_ALGORITHM,
                    "The bundle is protected by a signature, not by a password.");
        }
        var content = octets(pfx.getAuthSafe());
        var parts = AuthenticatedSafe.getInstance(ASN1Sequence.fromByteArray(content)).getContentInfo();
        var check = pfx.getMacData() == null ? null : IntegrityCheck.of(pfx.getMacData());
        foresee(parts, check);

        if (check != null) {
            var form = check.verify(content, password, budget);
            return open(parts, form, Optional.of(check.fact()), trailingBytes);
        }
        BundleException first = null;
        for (var form : password.forms()) {
            try {
                return open(parts, form, Optional.empty(), trailingBytes);
            } catch (BundleException e) {
                first = first == null ? e : first;
            } catch (IOException | RuntimeException e) {
                // Without a MAC, a wrong password may look like a broken structure.
                first = first == null ? malformed() : first;
            }
        }
        throw first;
    }

    /** Adds up every iteration count that can be seen from outside, so that nothing is derived in vain. */
    private void foresee(ContentInfo[] parts, IntegrityCheck check) throws BundleException, IOException {
        var visible = new IterationBudget(mostIterations);
        var plain = new BagReader();
        if (check != null) {
            visible.spend(check.fact().iterations());
        }
        for (var part : parts) {
            if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
                plain.read(ASN1Sequence.getInstance(octets(part)));
            } else {
                var encrypted = encrypted(part);
                visible.spend(Decryption.of(encrypted.getEncryptionAlgorithm())
                        .fact(Encryption.Covers.BAGS).iterations());
            }
        }
        for (var key : plain.keys()) {
            if (key.decryption().isPresent()) {
                visible.spend(key.decryption().get().fact(Encryption.Covers.KEY).iterations());
            }
        }
    }

    private Bundle open(ContentInfo[] parts, PasswordForm form, Optional<BundleMac> mac, int trailingBytes)
            throws BundleException, IOException {
        var bags = new BagReader();
        var encryptions = new ArrayList<Encryption>();
        for (var part : parts) {
            var bytes = octetsOf(part, form, encryptions);
            bags.read(ASN1Sequence.getInstance(bytes));
        }
        var keys = new LinkedHashMap<BundleKey, KeyMaterial>();
        for (var bag : bags.keys()) {
            var material = material(bag, form, encryptions);
            keys.put(BundleKey.of(bag.attributes(), bag.decryption().isPresent(), material), material);
        }
        var certificates = certificates(bags);
        return new Bundle(List.copyOf(keys.keySet()), certificates, KeyPairing.of(keys, certificates), bags.others(),
                mac, encryptions, form, trailingBytes);
    }

    private byte[] octetsOf(ContentInfo part, PasswordForm form, List<Encryption> encryptions) throws BundleException {
        if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
            return octets(part);
        }
        var encrypted = encrypted(part);
        var decryption = Decryption.of(encrypted.getEncryptionAlgorithm());
        encryptions.add(decryption.fact(Encryption.Covers.BAGS));
        return decryption.decrypt(encrypted.getContent().getOctets(), password, form, budget);
    }

    private KeyMaterial material(BagReader.KeyBag bag, PasswordForm form, List<Encryption> encryptions)
            throws BundleException {
        var pkcs8 = bag.content();
        if (bag.decryption().isPresent()) {
            encryptions.add(bag.decryption().get().fact(Encryption.Covers.KEY));
            pkcs8 = bag.decryption().get().decrypt(bag.content(), password, form, budget);
        }
        return KeyMaterial.of(pkcs8);
    }

    private List<BundleCertificate> certificates(BagReader bags) throws BundleException {
        var certificates = new ArrayList<BundleCertificate>();
        for (var bag : bags.certificates()) {
            try {
                certificates.add(new BundleCertificate(bag.attributes().friendlyName(), bag.attributes().localKeyId(),
                        source.read(bag.der())));
            } catch (CertificateException e) {
                throw new BundleException(Reason.BROKEN_CERTIFICATE,
                        "Certificate " + (certificates.size() + 1) + " of the bundle cannot be parsed.");
            }
        }
        return certificates;
    }

    private static byte[] octets(ContentInfo data) {
        return ASN1OctetString.getInstance(data.getContent()).getOctets();
    }

    private static EncryptedData encrypted(ContentInfo part) throws BundleException {
        if (!part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            throw new BundleException(Reason.UNSUPPORTED_ALGORITHM,
                    "A part of the bundle is encrypted for a public key, not by a password.");
        }
        return EncryptedData.getInstance(part.getContent());
    }
}
