package io.github.ipsecmaven.pki;

import java.util.Optional;

/**
 * A certificate bag.
 *
 * @param friendlyName the bag's friendlyName attribute, unchanged
 * @param localKeyId the bag's localKeyId attribute in lower-case hex
 * @param certificate the certificate
 */
public record BundleCertificate(Optional<String> friendlyName, Optional<String> localKeyId, Certificate certificate) {}
