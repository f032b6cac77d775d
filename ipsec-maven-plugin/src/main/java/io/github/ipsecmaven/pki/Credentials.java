package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a spec names, opened: facts for the rules, payloads for the manifests. What could not be opened is not
 * in it; the findings say so.
 *
 * @param anchors in the order of the spec
 * @param bundles by where the spec names them; one opened file may stand for several places
 * @param remoteCertificates those that the spec gives
 */
public record Credentials(
        List<AnchorFile> anchors, Map<BundleRef, OpenedBundle> bundles, List<RemoteCertificate> remoteCertificates) {

    /** The bundle named at a place of the spec, where it could be opened. */
    public Optional<OpenedBundle> bundle(BundleRef reference) {
        return Optional.ofNullable(bundles.get(reference));
    }

    /** The certificates that are trusted, in the order of the spec. */
    public List<Certificate> anchorCertificates() {
        List<Certificate> certificates = new ArrayList<>();
        for (AnchorFile anchor : anchors) {
            for (PemCertificate each : anchor.pem().certificates()) {
                certificates.add(each.certificate());
            }
        }
        return certificates;
    }

    /** Every certificate that the files hold; one that several files hold is there several times. */
    public List<Certificate> certificates() {
        List<Certificate> certificates = anchorCertificates();
        for (RemoteCertificate remote : remoteCertificates) {
            for (PemCertificate each : remote.pem().certificates()) {
                certificates.add(each.certificate());
            }
        }
        for (OpenedBundle bundle : bundles.values()) {
            for (BundleCertificate each : bundle.content().certificates()) {
                certificates.add(each.certificate());
            }
        }
        return certificates;
    }

    /** What is known of the certificate with which a remote proves itself, where the spec gives it. */
    public Optional<CertificateFacts> certificateOf(Remote remote) {
        Optional<RemoteCertificate> file = fileOf(remote);
        return file.isPresent()
                ? Optional.of(file.get().pem().certificates().get(0).certificate().facts())
                : Optional.empty();
    }

    /** The file with that certificate, where the spec gives one that holds any. */
    public Optional<RemoteCertificate> fileOf(Remote remote) {
        for (RemoteCertificate candidate : remoteCertificates) {
            if (candidate.remote().name().equals(remote.name()) && !candidate.pem().certificates().isEmpty()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The bundle with which a node proves itself, where it could be opened. */
    public Optional<OpenedBundle> identityOf(Node node, ClusterSpec spec) {
        Optional<BundleRef> named = spec.bundleOf(node);
        return named.isPresent() ? bundle(named.get()) : Optional.empty();
    }
}
