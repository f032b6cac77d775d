package io.github.ipsecmaven.pki;

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
public record CertificateChain(List<Certificate> intermediates, Certificate root) {

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
            Certificate certificate, List<Certificate> candidates, List<Certificate> roots) {
        Set<Certificate> untried = new LinkedHashSet<>(candidates);
        Deque<List<Certificate>> paths = new ArrayDeque<>();
        paths.add(List.of(certificate));
        while (!paths.isEmpty()) {
            List<Certificate> path = paths.remove();
            Certificate last = path.get(path.size() - 1);
            for (Certificate root : roots) {
                if (last.isSignedBy(root)) {
                    return Optional.of(new CertificateChain(path.subList(1, path.size()), root));
                }
            }
            for (Certificate candidate : List.copyOf(untried)) {
                if (last.isSignedBy(candidate)) {
                    untried.remove(candidate);
                    List<Certificate> longer = new ArrayList<>(path);
                    longer.add(candidate);
                    paths.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    /** The certificates above the first one: the intermediates, and then the root. */
    public List<Certificate> issuers() {
        List<Certificate> issuers = new ArrayList<>(intermediates);
        issuers.add(root);
        return issuers;
    }
}
