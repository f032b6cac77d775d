package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What rules and reports ask of a certificate.
 *
 * @param subject the distinguished name after RFC 2253
 * @param commonNames the subject's common names in encoded order, unescaped
 * @param issuer the distinguished name after RFC 2253
 * @param serial the serial number in lower-case hex, no leading zeros
 * @param names the subject alternative names
 * @param notBefore the first instant of validity
 * @param notAfter the last second of validity
 * @param keyAlgorithm the public key's kind
 * @param keyBits the size of the modulus or of the curve's field in bits; 0 for {@link KeyAlgorithm#OTHER}
 * @param signatureHash the digest in the signature algorithm, such as {@code SHA-256}; its object identifier where
 *     unknown; empty where the algorithm leaves no choice (Edwards curves)
 * @param selfSigned subject and issuer are equal, and the signature verifies with the certificate's own key
 * @param extensions what the key may be used for
 * @param sha256 the fingerprint in lower-case hex
 */
public record CertificateFacts(
        String subject,
        List<String> commonNames,
        String issuer,
        String serial,
        AlternativeNames names,
        Instant notBefore,
        Instant notAfter,
        KeyAlgorithm keyAlgorithm,
        int keyBits,
        Optional<String> signatureHash,
        boolean selfSigned,
        CertificateExtensions extensions,
        String sha256) {

    /** Reads the facts; verifies one signature where subject and issuer are equal. */
    public static CertificateFacts of(X509Certificate certificate) {
        var publicKey = certificate.getPublicKey();
        var algorithm = KeyAlgorithm.of(publicKey);
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
                commonNames(certificate.getSubjectX500Principal()),
                certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
                certificate.getSerialNumber().toString(16),
                AlternativeNames.of(certificate).orElse(AlternativeNames.NONE),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                algorithm,
                bits(algorithm, publicKey),
                signatureHash(certificate),
                isSelfSigned(certificate),
                CertificateExtensions.of(certificate),
                fingerprint(certificate));
    }

    /** Whether basicConstraints says CA:TRUE. */
    public boolean isCa() {
        return extensions.ca().orElse(false);
    }

    private static List<String> commonNames(X500Principal subject) {
        var names = new ArrayList<String>();
        for (var rdn : X500Name.getInstance(subject.getEncoded()).getRDNs(BCStyle.CN)) {
            for (var part : rdn.getTypesAndValues()) {
                if (part.getType().equals(BCStyle.CN) && part.getValue() instanceof ASN1String name) {
                    names.add(name.getString());
                }
            }
        }
        return List.copyOf(names);
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

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }
}
