package io.github.ipsecmaven.forge;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for labs and samples: RSA 3072 and SHA-256 throughout, because libreswan authenticates with
 * RSA through NetworkManager (ECDSA needs an option that newer NetworkManager-libreswan drops).
 */
public final class LabAuthority {
    /** Long enough for a lab to be forgotten. */
    public static final Duration ROOT_VALIDITY = Duration.ofDays(3650);

    private static final int RSA_BITS = 3072;
    private static final String SIGNATURE = "SHA256withRSA";

    /** RFC 4945 section 5.1.3.12. */
    private static final KeyPurposeId IPSEC_IKE =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.17"));

    private final Identity identity;
    private final SecureRandom random;

    private LabAuthority(Identity identity, SecureRandom random) {
        this.identity = identity;
        this.random = random;
    }

    /** Makes a new self-signed root, valid from {@code now} for {@link #ROOT_VALIDITY}. */
    public static LabAuthority create(String commonName, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        var pair = newKeyPair(random);
        var name = name(commonName);
        try {
            var builder = builder(name, now, ROOT_VALIDITY, name, pair.getPublic(), random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new LabAuthority(new Identity(pair.getPrivate(), sign(builder, pair.getPrivate(), random)), random);
        } catch (CertIOException e) {
            throw new GeneralSecurityException("the root certificate cannot be encoded", e);
        }
    }

    /**
     * Takes an existing authority.
     *
     * @param keyPem an unencrypted PKCS#8 RSA key
     * @throws GeneralSecurityException where either is unreadable or the key is another certificate's; the message
     *     holds nothing of the key
     */
    public static LabAuthority load(byte[] caPem, byte[] keyPem, SecureRandom random) throws GeneralSecurityException {
        var certificate = readCertificate(caPem);
        var key = readKey(keyPem);
        if (!(key instanceof RSAPrivateKey rsaKey && certificate.getPublicKey() instanceof RSAPublicKey rsaPublic
                && rsaKey.getModulus().equals(rsaPublic.getModulus()))) {
            throw new GeneralSecurityException("the authority's key does not belong to its certificate");
        }
        return new LabAuthority(new Identity(key, certificate), random);
    }

    /** The root's certificate and key. */
    public Identity identity() {
        return identity;
    }

    /**
     * Makes a key and an end certificate for an IKE peer.
     *
     * @param commonName the subject's only part; must differ from peer to peer, because NSS files one subject under one
     *     nickname
     * @param dnsNames subject alternative names; may be empty
     * @param ipAddresses subject alternative names, IPv4 or IPv6; may be empty
     * @param now the first instant of validity
     */
    public Identity issue(String commonName, List<String> dnsNames, List<String> ipAddresses, Instant now,
            Duration validity) throws GeneralSecurityException {
        var pair = newKeyPair(random);
        var issuer = X500Name.getInstance(identity.certificate().getSubjectX500Principal().getEncoded());
        try {
            var builder = builder(issuer, now, validity, name(commonName), pair.getPublic(), random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth, IPSEC_IKE}))
                    .addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier());
            if (!dnsNames.isEmpty() || !ipAddresses.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(dnsNames, ipAddresses));
            }
            return new Identity(pair.getPrivate(), sign(builder, identity.key(), random));
        } catch (CertIOException e) {
            throw new GeneralSecurityException("the certificate cannot be encoded", e);
        }
    }

    /** The root's own key identifier; a loaded root may have made it by another method than ours. */
    private AuthorityKeyIdentifier authorityKeyIdentifier() throws GeneralSecurityException {
        var extension = identity.certificate().getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(identity.certificate().getPublicKey());
        }
        var identifier = SubjectKeyIdentifier.getInstance(ASN1OctetString.getInstance(extension).getOctets());
        return new AuthorityKeyIdentifier(identifier.getKeyIdentifier());
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, Instant now, Duration validity, X500Name subject,
            PublicKey key, SecureRandom random) throws GeneralSecurityException, CertIOException {
        return new JcaX509v3CertificateBuilder(
                        issuer, serial(random), Date.from(now), Date.from(now.plus(validity)), subject, key)
                .addExtension(Extension.subjectKeyIdentifier, false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key, SecureRandom random)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder(SIGNATURE).setSecureRandom(random).build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("this Java platform cannot sign with " + SIGNATURE, e);
        }
    }

    private static KeyPair newKeyPair(SecureRandom random) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS, random);
        return generator.generateKeyPair();
    }

    /** Positive, 126 random bits below a set one, so that every serial has the same length. */
    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(126, random).setBit(126);
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    }

    private static GeneralNames names(List<String> dnsNames, List<String> ipAddresses) {
        var names = new ArrayList<GeneralName>();
        for (var dnsName : dnsNames) {
            names.add(new GeneralName(GeneralName.dNSName, dnsName));
        }
        for (var ipAddress : ipAddresses) {
            names.add(new GeneralName(GeneralName.iPAddress, ipAddress));
        }
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }

    private static X509Certificate readCertificate(byte[] caPem) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        try {
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(caPem));
        } catch (CertificateException e) {
            // Without a cause: the file may be the key, and a parser's message may quote what it read.
            throw new GeneralSecurityException("the authority's certificate cannot be read");
        }
    }

    private static PrivateKey readKey(byte[] keyPem) throws GeneralSecurityException {
        var text = new String(keyPem, StandardCharsets.ISO_8859_1);
        var begin = "-----BEGIN PRIVATE KEY-----";
        var from = text.indexOf(begin);
        var to = text.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("the authority's key is not an unencrypted PKCS#8 key in PEM");
        }
        try {
            var der = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Without a cause: a parser's message may quote what it read.
            throw new GeneralSecurityException("the authority's key cannot be read as an RSA key");
        }
    }
}
