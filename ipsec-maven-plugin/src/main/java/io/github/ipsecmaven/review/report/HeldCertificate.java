package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.RemoteCertificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A certificate that a cluster needs, whoever shows it.
 *
 * @param role what it is there for
 * @param files the names of the files that hold it
 * @param users who shows it, or who trusts it
 */
record HeldCertificate(CertificateFacts facts, Role role, Set<String> files, Set<String> users) {

    private static final Comparator<HeldCertificate> SOONEST_FIRST = Comparator
            .comparing((HeldCertificate certificate) -> certificate.facts().notAfter())
            .thenComparing(certificate -> certificate.facts().sha256());

    /** What a certificate is there for. */
    enum Role {
        NODE("node"), INTERMEDIATE("intermediate"), ANCHOR("trust anchor"), REMOTE("remote");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The certificates of a cluster, each once, those first that end first. */
    static List<HeldCertificate> of(ReviewedCluster cluster) {
        Collector found = new Collector();
        for (PoolImports pool : PoolImports.of(cluster.spec(), cluster.credentials())) {
            for (PoolImports.Entry entry : pool.entries()) {
                String user = entry.node().equals(PoolImports.EVERY_NODE)
                        ? "every node of pool " + pool.pool().name() : entry.node();
                var bundle = pool.bundles().get(entry.file()).content();
                var own = bundle.identity().map(identity -> identity.certificate().certificate());
                for (BundleCertificate certificate : bundle.certificates()) {
                    boolean isOwn = own.filter(certificate.certificate()::equals).isPresent();
                    found.add(certificate.certificate(), isOwn ? Role.NODE : Role.INTERMEDIATE, entry.file(), user);
                }
            }
        }
        for (AnchorFile anchor : cluster.credentials().anchors()) {
            for (PemCertificate certificate : anchor.pem().certificates()) {
                found.add(certificate.certificate(), Role.ANCHOR, anchor.anchor().file().shown(), "every node");
            }
        }
        for (RemoteCertificate remote : cluster.credentials().remoteCertificates()) {
            for (PemCertificate certificate : remote.pem().certificates()) {
                found.add(certificate.certificate(), certificate.index() == 0 ? Role.REMOTE : Role.INTERMEDIATE,
                        remote.remote().certificate().orElseThrow().shown(), remote.remote().name());
            }
        }
        return found.sorted();
    }

    /** Brings together what is said of one certificate at several places. */
    private static final class Collector {

        private final Map<List<Object>, HeldCertificate> certificates = new LinkedHashMap<>();

        private void add(Certificate certificate, Role role, String file, String user) {
            HeldCertificate held = certificates.computeIfAbsent(List.of(certificate, role), once ->
                    new HeldCertificate(certificate.facts(), role, new LinkedHashSet<>(), new LinkedHashSet<>()));
            held.files().add(file);
            held.users().add(user);
        }

        private List<HeldCertificate> sorted() {
            List<HeldCertificate> sorted = new ArrayList<>(certificates.values());
            sorted.sort(SOONEST_FIRST);
            return sorted;
        }
    }
}
