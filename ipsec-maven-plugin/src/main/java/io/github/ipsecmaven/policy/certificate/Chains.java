package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chains of a cluster's certificates, up to its anchors. */
final class Chains {

    private final List<Certificate> anchors = new ArrayList<>();

    Chains(Facts facts) {
        facts.credentials().anchors().forEach(anchor -> anchor.pem().certificates()
                .forEach(certificate -> anchors.add(certificate.certificate())));
    }

    /** Whether there is an anchor at all. */
    boolean haveAnchors() {
        return !anchors.isEmpty();
    }

    /** The chain of a bundle's own certificate through what the bundle holds. */
    Optional<CertificateChain> of(OpenedBundle bundle) {
        return bundle.content().identity().flatMap(identity ->
                of(identity.certificate().certificate(), intermediates(bundle)));
    }

    /** The chain of a remote's certificate through what its file holds. */
    Optional<CertificateChain> of(RemoteCertificate remote) {
        List<Certificate> file = remote.pem().certificates().stream().map(PemCertificate::certificate).toList();
        return file.isEmpty() ? Optional.empty() : of(file.get(0), file);
    }

    /** The chain of a certificate through the given ones. */
    Optional<CertificateChain> of(Certificate certificate, List<Certificate> candidates) {
        return CertificateChain.of(certificate, candidates, anchors);
    }

    /** What a bundle holds beside its own certificate. Roots among it start no chain: only anchors do. */
    static List<Certificate> intermediates(OpenedBundle bundle) {
        return bundle.content().certificates().stream().map(BundleCertificate::certificate).toList();
    }
}
