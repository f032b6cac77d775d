package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way from a certificate to a root, each signature verified. Validity and extensions are not looked at: what is
 * wrong with a link is for the rules to say.
 *
 * @param intermediates from the one that signed the certificate upwards; none where the root signed it
 * @param root the root
 */
public record CertificateChain(List<X509Certificate> intermediates, X509Certificate root) {

    /** Takes a copy. */
    public CertificateChain {
        intermediates = List.copyOf(intermediates);
    }

    /**
     * A shortest chain, or empty where there is none. Every candidate is tried once, however often its name occurs.
     *
     * @param candidates what may stand between, in any order
     * @param roots where the chain may end
     */
    public static Optional<CertificateChain> of(
            X509Certificate certificate, List<X509Certificate> candidates, List<X509Certificate> roots) {
        Set<X509Certificate> untried = new LinkedHashSet<>(candidates);
        Deque<List<X509Certificate>> paths = new ArrayDeque<>(List.of(List.of(certificate)));
        while (!paths.isEmpty()) {
            List<X509Certificate> path = paths.remove();
            X509Certificate last = path.get(path.size() - 1);
            for (X509Certificate root : roots) {
                if (isSignedBy(last, root)) {
                    return Optional.of(new CertificateChain(path.subList(1, path.size()), root));
                }
            }
            for (X509Certificate candidate : List.copyOf(untried)) {
                if (isSignedBy(last, candidate)) {
                    untried.remove(candidate);
                    List<X509Certificate> longer = new ArrayList<>(path);
                    longer.add(candidate);
                    paths.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    /** The certificates above the first one: the intermediates, and then the root. */
    public List<X509Certificate> issuers() {
        List<X509Certificate> issuers = new ArrayList<>(intermediates);
        issuers.add(root);
        return issuers;
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
