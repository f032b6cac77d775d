package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chains of a cluster's certificates, up to its anchors. */
final class Chains {

    private final Credentials credentials;
    private final List<Certificate> anchors;
    private final boolean complete;

    Chains(Facts facts) {
        this.credentials = facts.credentials();
        this.anchors = credentials.anchorCertificates();
        this.complete = !anchors.isEmpty() && credentials.anchors().size() == facts.spec().anchors().size();
    }

    /** Whether there are anchors, and the file of each could be read: else nobody knows where a chain may end. */
    boolean haveAllAnchors() {
        return complete;
    }

    /** Those of all bundles and remotes that have one. */
    List<CertificateChain> all() {
        List<CertificateChain> all = new ArrayList<>();
        for (OpenedBundle bundle : credentials.bundles().values()) {
            addTo(all, of(bundle));
        }
        for (RemoteCertificate remote : credentials.remoteCertificates()) {
            addTo(all, of(remote));
        }
        return all;
    }

    /** The chain of a bundle's own certificate through what the bundle holds. */
    Optional<CertificateChain> of(OpenedBundle bundle) {
        Optional<Certificate> own = bundle.certificate();
        return own.isPresent() ? of(own.get(), intermediates(bundle)) : Optional.empty();
    }

    /** The chain of a remote's certificate through what its file holds. */
    Optional<CertificateChain> of(RemoteCertificate remote) {
        List<Certificate> file = new ArrayList<>();
        for (PemCertificate entry : remote.pem().certificates()) {
            file.add(entry.certificate());
        }
        return file.isEmpty() ? Optional.empty() : of(file.get(0), file);
    }

    /** The chain of a certificate through the given ones. */
    Optional<CertificateChain> of(Certificate certificate, List<Certificate> candidates) {
        return CertificateChain.of(certificate, candidates, anchors);
    }

    /** What a bundle holds beside its own certificate. Roots among it start no chain: only anchors do. */
    static List<Certificate> intermediates(OpenedBundle bundle) {
        List<Certificate> certificates = new ArrayList<>();
        for (BundleCertificate entry : bundle.content().certificates()) {
            certificates.add(entry.certificate());
        }
        return certificates;
    }

    private static void addTo(List<CertificateChain> all, Optional<CertificateChain> chain) {
        if (chain.isPresent()) {
            all.add(chain.get());
        }
    }
}
