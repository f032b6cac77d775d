package io.github.ipsecmaven.review;

import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates of a cluster in words: what the payloads hold, without a byte of a key. */
final class CertificatePage {

    private CertificatePage() {}

    static byte[] of(ClusterSpec spec, Credentials credentials, List<PoolImports> pools) {
        StringBuilder page = new StringBuilder("# Certificates of cluster " + spec.name() + "\n\n## Anchors\n\n");
        page.append("| nickname | file on the nodes | subject | issuer | serial | valid | key | SHA-256 |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (AnchorFile anchor : credentials.anchors()) {
            for (PemCertificate certificate : anchor.pem().certificates()) {
                row(page, List.of(anchor.anchor().nickname(), anchor.anchor().fileName()),
                        certificate.certificate(), false);
            }
        }
        for (PoolImports imports : pools) {
            page.append("\n## Pool ").append(imports.pool().name()).append("\n\n");
            page.append("Every node of the pool can read every bundle below; each imports only what it is listed for.\n\n");
            page.append("| node | nickname | bundle | password | subject | names | issuer | serial | valid | key ")
                    .append("| SHA-256 |\n");
            page.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            for (PoolImports.Entry entry : imports.entries()) {
                Optional<Certificate> own = imports.bundles().get(entry.file()).certificate();
                if (own.isPresent()) {
                    row(page, first(entry), own.get(), true);
                }
            }
            chains(page, imports);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What bundles bring beside their own certificate: the node imports it too. */
    private static void chains(StringBuilder page, PoolImports imports) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, OpenedBundle> bundle : imports.bundles().entrySet()) {
            for (Certificate certificate : chain(bundle.getValue())) {
                row(rows, List.of(bundle.getKey()), certificate, false);
            }
        }
        if (!rows.isEmpty()) {
            page.append("\nThe bundles also bring:\n\n");
            page.append("| bundle | subject | issuer | serial | valid | key | SHA-256 |\n");
            page.append("| --- | --- | --- | --- | --- | --- | --- |\n").append(rows);
        }
    }

    private static List<Certificate> chain(OpenedBundle bundle) {
        List<Certificate> chain = new ArrayList<>();
        Optional<Certificate> own = bundle.certificate();
        if (own.isPresent()) {
            for (BundleCertificate each : bundle.content().certificates()) {
                if (!each.certificate().equals(own.get())) {
                    chain.add(each.certificate());
                }
            }
        }
        return chain;
    }

    private static List<String> first(PoolImports.Entry entry) {
        return List.of(
                entry.node().equals(PoolImports.EVERY_NODE) ? "every node" : entry.node(),
                entry.nickname(),
                entry.file(),
                entry.passwordFile().isPresent() ? "`" + entry.passwordFile().get() + "`" : "none");
    }

    private static void row(StringBuilder page, List<String> first, Certificate certificate, boolean names) {
        CertificateFacts facts = certificate.facts();
        List<String> cells = new ArrayList<>(first);
        cells.add(facts.subject());
        if (names) {
            cells.add(names(facts));
        }
        cells.add(facts.issuer());
        cells.add("`" + facts.serial() + "`");
        cells.add(facts.notBefore() + " to " + facts.notAfter());
        cells.add(facts.keyAlgorithm() + " " + facts.keyBits());
        cells.add("`" + facts.sha256() + "`");
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|").replace("\n", " ")).append(' ');
        }
        page.append("|\n");
    }

    private static String names(CertificateFacts facts) {
        List<String> names = new ArrayList<>(facts.names().dns());
        names.addAll(facts.names().ips());
        return String.join(", ", names);
    }
}
