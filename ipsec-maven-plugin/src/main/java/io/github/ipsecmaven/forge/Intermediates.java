package io.github.ipsecmaven.forge;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The authorities between a certificate and its root. */
public final class Intermediates {

    private Intermediates() {}

    /**
     * Those on the way from a certificate to its root, the nearest first. The root is none of them, and neither is what
     * does not lead to it.
     *
     * @param candidates in any order
     */
    public static List<X509Certificate> of(X509Certificate certificate, Collection<X509Certificate> candidates) {
        List<X509Certificate> left = new ArrayList<>(candidates);
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509Certificate> issuer = issuerOf(certificate, left);
        while (issuer.isPresent() && !isIssuer(issuer.get(), issuer.get())) {
            path.add(issuer.get());
            left.remove(issuer.get());
            issuer = issuerOf(issuer.get(), left);
        }
        return path;
    }

    private static Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> candidates) {
        for (X509Certificate candidate : candidates) {
            if (isIssuer(candidate, certificate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException anotherKey) {
            return false;
        }
    }
}
