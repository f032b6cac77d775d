package io.github.ipsecmaven.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** DER to certificate, strictly: the JDK's factory alone would also take PEM, and ignore what follows. */
final class CertificateReader {

    private CertificateReader() {}

    /**
     * A certificate of which all facts can be read; verifies one signature where subject and issuer are equal.
     *
     * @throws CertificateException where the bytes are anything but exactly one certificate that the JDK can parse
     */
    static Certificate read(byte[] der) throws CertificateException {
        if (der.length == 0 || der[0] != 0x30) {
            throw new CertificateException("no DER");
        }
        try {
            var certificate = Certificate.parse(der);
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new CertificateException("bytes after the certificate");
            }
            // The JDK parses names and keys lazily; what is broken there must not surface in a rule.
            return new Certificate(certificate, der, facts(certificate, der));
        } catch (IOException | RuntimeException e) {
            throw new CertificateException("not parsable", e);
        }
    }

    private static CertificateFacts facts(X509Certificate certificate, byte[] der) throws IOException {
        var publicKey = certificate.getPublicKey();
        var algorithm = algorithm(publicKey);
        return new CertificateFacts(
                name(certificate.getSubjectX500Principal()),
                name(certificate.getIssuerX500Principal()),
                certificate.getSerialNumber().toString(16),
                AlternativeNames.of(certificate).orElse(AlternativeNames.NONE),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                algorithm,
                bits(algorithm, publicKey),
                signatureHash(certificate),
                isSelfSigned(certificate),
                ExtensionsReader.read(certificate),
                Sha256.hex(der));
    }

    private static DistinguishedName name(X500Principal principal) throws IOException {
        var parts = new ArrayList<DistinguishedName.Part>();
        int level = 0;
        for (RDN relative : X500Name.getInstance(principal.getEncoded()).getRDNs()) {
            for (AttributeTypeAndValue part : relative.getTypesAndValues()) {
                parts.add(new DistinguishedName.Part(level, part.getType().getId(),
                        part.getValue() instanceof ASN1String text ? Optional.of(text.getString()) : Optional.empty(),
                        HexFormat.of().formatHex(part.getValue().toASN1Primitive().getEncoded(ASN1Encoding.DER))));
            }
            level++;
        }
        return new DistinguishedName(principal.getName(X500Principal.RFC2253),
                principal.getName(X500Principal.CANONICAL), HexFormat.of().formatHex(principal.getEncoded()), parts);
    }

    /** From the key's encoding: the JDK calls both Edwards curves {@code EdDSA}. */
    static KeyAlgorithm algorithm(PublicKey key) {
        return KeyMaterial.algorithm(SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm());
    }

    private static int bits(KeyAlgorithm algorithm, PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getCurve().getField().getFieldSize();
        }
        return switch (algorithm) {
            case ED25519 -> 255;
            case ED448 -> 448;
            default -> 0;
        };
    }

    private static Optional<String> signatureHash(X509Certificate certificate) {
        var name = certificate.getSigAlgName();
        if (name.equals("RSASSA-PSS")) {
            return pssHash(certificate.getSigAlgParams());
        }
        var with = name.indexOf("with");
        if (with > 0) {
            var hash = name.substring(0, with);
            return Optional.of(hash.matches("SHA\\d+") ? "SHA-" + hash.substring(3) : hash);
        }
        return name.startsWith("Ed") ? Optional.empty() : Optional.of(certificate.getSigAlgOID());
    }

    private static Optional<String> pssHash(byte[] parameters) {
        var oid = RSASSAPSSparams.getInstance(parameters).getHashAlgorithm().getAlgorithm();
        for (var hash : Hash.values()) {
            if (hash.isDigest(oid)) {
                return Optional.of(hash.digest);
            }
        }
        return Optional.of(oid.getId());
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
