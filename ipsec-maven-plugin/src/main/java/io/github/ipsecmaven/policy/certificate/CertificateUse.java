package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate that the spec brings into use.
 *
 * @param at where the spec names its file
 * @param files what users call the file, in quotes; the files, where one line names several with the same intermediate
 */
record CertificateUse(Role role, Position at, String files, Certificate certificate) {

    /** What a certificate is there for. */
    enum Role {
        /** A node proves itself with it. */
        NODE,
        /** It completes the chain of a node's certificate. */
        INTERMEDIATE,
        /** It is trusted. */
        ANCHOR,
        /** A remote proves itself with it. */
        REMOTE,
        /** It completes the chain of a remote's certificate. */
        REMOTE_INTERMEDIATE
    }

    /** What the nodes' libreswan verifies link by link: everything but the anchors. */
    static final Set<Role> VERIFIED =
            Set.of(Role.NODE, Role.INTERMEDIATE, Role.REMOTE, Role.REMOTE_INTERMEDIATE);

    /** What one end shows the other. */
    static final Set<Role> ENDS = Set.of(Role.NODE, Role.REMOTE);

    /**
     * All of them, except the copies of roots that bundles and remotes' files hold: the anchors stand for those.
     */
    static List<CertificateUse> of(Facts facts) {
        List<CertificateUse> uses = new ArrayList<>();
        NamedFiles<Certificate> intermediates = new NamedFiles<>();
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            addBundle(bundle, uses, intermediates);
        }
        for (NamedFiles.Line<Certificate> line : intermediates.lines()) {
            uses.add(new CertificateUse(Role.INTERMEDIATE, line.at(), line.shown(), line.common()));
        }
        for (AnchorFile anchor : facts.credentials().anchors()) {
            for (PemCertificate certificate : anchor.pem().certificates()) {
                uses.add(use(Role.ANCHOR, anchor.anchor().file(), certificate.certificate()));
            }
        }
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            addRemote(remote, uses);
        }
        return uses;
    }

    /** Those of the given roles. */
    static List<CertificateUse> of(Facts facts, Set<Role> roles) {
        List<CertificateUse> uses = new ArrayList<>();
        for (CertificateUse use : of(facts)) {
            if (roles.contains(use.role())) {
                uses.add(use);
            }
        }
        return uses;
    }

    CertificateFacts facts() {
        return certificate.facts();
    }

    /** What users call it, as the start of a sentence. */
    String shown() {
        return switch (role) {
            case NODE, REMOTE -> "the certificate in " + files;
            case INTERMEDIATE, REMOTE_INTERMEDIATE -> "the intermediate '" + facts().subject() + "' in " + files;
            case ANCHOR -> "the anchor in " + files;
        };
    }

    private static void addBundle(
            OpenedBundle bundle, List<CertificateUse> uses, NamedFiles<Certificate> intermediates) {
        Optional<Certificate> own = bundle.certificate();
        for (BundleCertificate entry : bundle.content().certificates()) {
            Certificate certificate = entry.certificate();
            if (own.isPresent() && own.get().equals(certificate)) {
                uses.add(use(Role.NODE, bundle.reference().file(), certificate));
            } else if (!certificate.facts().isSelfIssued()) {
                intermediates.add(bundle.reference().file(), certificate);
            }
        }
    }

    private static void addRemote(RemoteCertificate remote, List<CertificateUse> uses) {
        FileRef file = remote.remote().certificate().orElseThrow();
        for (PemCertificate entry : remote.pem().certificates()) {
            if (entry.index() == 0) {
                uses.add(use(Role.REMOTE, file, entry.certificate()));
            } else if (!entry.certificate().facts().isSelfIssued()) {
                uses.add(use(Role.REMOTE_INTERMEDIATE, file, entry.certificate()));
            }
        }
    }

    private static CertificateUse use(Role role, FileRef file, Certificate certificate) {
        return new CertificateUse(role, file.at(), "'" + file.shown() + "'", certificate);
    }
}
