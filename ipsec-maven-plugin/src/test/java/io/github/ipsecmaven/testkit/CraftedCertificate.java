package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.forge.PemWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate with its keys, sound or broken in one way. */
public record CraftedCertificate(X509Certificate certificate, KeyPair keys) {

    public static final String BASIC_CONSTRAINTS = "2.5.29.19";
    public static final String KEY_USAGE = "2.5.29.15";
    public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    public static final String NAME_CONSTRAINTS = "2.5.29.30";
    public static final String SUBJECT_ALT_NAME = "2.5.29.17";

    private static final AtomicLong SERIALS = new AtomicLong(1000);

    public byte[] pem() {
        return PemWriter.write(certificate);
    }

    /** Begins a sound certificate of an end, for an RSA key of 3072 bits, valid from a day ago for a year. */
    public static Draft end(String subject, String... dnsNames) {
        Draft draft = new Draft(subject, CraftedKeys.rsa(3072, 1))
                .extension(BASIC_CONSTRAINTS, true, new BasicConstraints(false))
                .keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
        return dnsNames.length == 0 ? draft : draft.extension(SUBJECT_ALT_NAME, false, new GeneralNames(
                Arrays.stream(dnsNames).map(CraftedCertificate::name).toArray(GeneralName[]::new)));
    }

    /** Begins a sound certificate of an authority. */
    public static Draft authority(String subject) {
        return new Draft(subject, CraftedKeys.rsa(3072, 0))
                .extension(BASIC_CONSTRAINTS, true, new BasicConstraints(true))
                .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    private static GeneralName name(String text) {
        boolean address = text.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, text);
    }

    /** A certificate before it is signed. */
    public static final class Draft {

        private final String subject;
        private final Map<String, Extension> extensions = new TreeMap<>();
        private KeyPair keys;
        private Instant from = LabKeys.NOW.minus(Duration.ofDays(1));
        private Instant until = LabKeys.NOW.plus(Duration.ofDays(365));
        private long serial = SERIALS.incrementAndGet();
        private String hash = "SHA256";

        private Draft(String subject, KeyPair keys) {
            this.subject = subject;
            this.keys = keys;
        }

        public Draft keys(KeyPair other) {
            keys = other;
            return this;
        }

        public Draft valid(Instant first, Instant last) {
            from = first;
            until = last;
            return this;
        }

        public Draft serial(long number) {
            serial = number;
            return this;
        }

        /** The hash that it is signed with, such as {@code SHA1}. */
        public Draft hash(String name) {
            hash = name;
            return this;
        }

        public Draft without(String oid) {
            extensions.remove(oid);
            return this;
        }

        public Draft keyUsage(int bits) {
            return extension(KEY_USAGE, true, new KeyUsage(bits));
        }

        public Draft purposes(String... oids) {
            return extension(EXTENDED_KEY_USAGE, false, new ExtendedKeyUsage(Arrays.stream(oids)
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid))).toArray(KeyPurposeId[]::new)));
        }

        public Draft extension(String oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.put(oid, Extension.create(new ASN1ObjectIdentifier(oid), critical, value));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return this;
        }

        /** Marks an extension that is there as critical. */
        public Draft critical(String oid) {
            return extension(oid, true, extensions.get(oid).getParsedValue());
        }

        public CraftedCertificate selfSigned() {
            return sign(new X500Name(subject), keys);
        }

        public CraftedCertificate signedBy(CraftedCertificate issuer) {
            return sign(X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()), issuer
                    .keys());
        }

        private CraftedCertificate sign(X500Name issuer, KeyPair signing) {
            String key = signing.getPrivate().getAlgorithm();
            String algorithm = key.equals("RSA") ? hash + "withRSA" : key.equals("EC") ? hash + "withECDSA" : "Ed25519";
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(algorithm);
            if (key.equals("EC")) {
                signer.setProvider(CraftedKeys.ANY_CURVE);
            }
            try {
                JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
                        BigInteger.valueOf(serial),
                        Date.from(from), Date.from(until), new X500Name(subject), keys.getPublic());
                for (Extension extension : extensions.values()) {
                    builder.addExtension(extension);
                }
                return new CraftedCertificate(new JcaX509CertificateConverter().getCertificate(
                        builder.build(signer.build(signing.getPrivate()))), keys);
            } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
