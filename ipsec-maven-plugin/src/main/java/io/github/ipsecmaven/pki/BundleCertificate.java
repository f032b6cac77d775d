package io.github.ipsecmaven.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate bag.
 *
 * @param friendlyName the bag's friendlyName attribute, unchanged
 * @param localKeyId the bag's localKeyId attribute in lower-case hex
 * @param certificate the certificate
 * @param sha256 the SHA-256 of its DER bytes in lower-case hex
 */
public record BundleCertificate(
        Optional<String> friendlyName, Optional<String> localKeyId, X509Certificate certificate, String sha256) {
}
