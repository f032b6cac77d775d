package io.github.ipsecmaven.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authorities between a certificate and its root, where it is not known which root that is. */
public final class Intermediates {

    private Intermediates() {}

    /**
     * Those on the way from a certificate to its root, the nearest first. The root is none of them, and neither is what
     * does not lead to it.
     *
     * @param candidates in any order
     */
    public static List<Certificate> of(Certificate certificate, List<Certificate> candidates) {
        List<Certificate> left = new ArrayList<>(candidates);
        List<Certificate> path = new ArrayList<>();
        Optional<Certificate> issuer = issuerOf(certificate, left);
        while (issuer.isPresent() && !issuer.get().facts().selfSigned()) {
            path.add(issuer.get());
            left.remove(issuer.get());
            issuer = issuerOf(issuer.get(), left);
        }
        return path;
    }

    private static Optional<Certificate> issuerOf(Certificate certificate, List<Certificate> candidates) {
        for (Certificate candidate : candidates) {
            if (certificate.isSignedBy(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
