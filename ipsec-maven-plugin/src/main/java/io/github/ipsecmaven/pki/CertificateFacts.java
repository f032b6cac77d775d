package io.github.ipsecmaven.pki;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What rules and reports ask of a certificate.
 *
 * @param subjectName whom it is of
 * @param issuerName who signed it
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
        DistinguishedName subjectName,
        DistinguishedName issuerName,
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

    /** The subject's distinguished name after RFC 2253. */
    public String subject() {
        return subjectName.text();
    }

    /** The subject's common names in encoded order, unescaped. */
    public List<String> commonNames() {
        return subjectName.commonNames();
    }

    /** The issuer's distinguished name after RFC 2253. */
    public String issuer() {
        return issuerName.text();
    }

    /** Whether subject and issuer are equal, as a root's are. */
    public boolean isSelfIssued() {
        return subjectName.isSame(issuerName);
    }

    /** Whether basicConstraints says CA:TRUE. */
    public boolean isCa() {
        return extensions.ca().orElse(false);
    }
}
