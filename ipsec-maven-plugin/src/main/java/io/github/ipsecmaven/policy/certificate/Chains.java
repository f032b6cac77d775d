package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.FileRef;
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
        this.complete = credentials.anchors().size() == facts.spec().anchors().size();
    }

    /**
     * Whether it is known where a chain may end: there are anchors, the file of each could be read, and each is a root.
     * Else another finding says what is wrong with the anchor.
     */
    boolean haveAllAnchors() {
        for (Certificate anchor : anchors) {
            if (!anchor.facts().selfSigned()) {
                return false;
            }
        }
        return complete && !anchors.isEmpty();
    }

    /**
     * A certificate that leads to an anchor.
     *
     * @param file what the spec names
     */
    record Led(FileRef file, Certificate certificate, CertificateChain chain) {}

    /** Those of all bundles and remotes. */
    List<Led> all() {
        List<Led> all = new ArrayList<>();
        for (OpenedBundle bundle : credentials.bundles().values()) {
            Optional<CertificateChain> chain = of(bundle);
            if (chain.isPresent()) {
                all.add(new Led(bundle.reference().file(), bundle.certificate().orElseThrow(), chain.get()));
            }
        }
        for (RemoteCertificate remote : credentials.remoteCertificates()) {
            Optional<CertificateChain> chain = of(remote);
            if (chain.isPresent()) {
                all.add(new Led(remote.remote().certificate().orElseThrow(),
                        remote.pem().certificates().get(0).certificate(), chain.get()));
            }
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
        List<Certificate> file = certificates(remote);
        return file.isEmpty() ? Optional.empty() : of(file.get(0), file);
    }

    /** The chain of a certificate through the given ones. */
    Optional<CertificateChain> of(Certificate certificate, List<Certificate> candidates) {
        return CertificateChain.of(certificate, candidates, anchors);
    }

    /** What a remote's file holds, its own certificate first. */
    static List<Certificate> certificates(RemoteCertificate remote) {
        List<Certificate> certificates = new ArrayList<>();
        for (PemCertificate entry : remote.pem().certificates()) {
            certificates.add(entry.certificate());
        }
        return certificates;
    }

    /** What a bundle holds beside its own certificate. Roots among it start no chain: only anchors do. */
    static List<Certificate> intermediates(OpenedBundle bundle) {
        List<Certificate> certificates = new ArrayList<>();
        for (BundleCertificate entry : bundle.content().certificates()) {
            certificates.add(entry.certificate());
        }
        return certificates;
    }
}
