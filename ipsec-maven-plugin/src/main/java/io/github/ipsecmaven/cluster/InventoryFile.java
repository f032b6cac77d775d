package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.manifest.FileHeader;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.NetworkFields;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.previous.Inventory.PastMtuChange;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Ipv4Network;
import io.github.ipsecmaven.spec.MtuChange;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import io.github.ipsecmaven.tree.TreeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what a tree holds, for the next run. */
final class InventoryFile {

    private InventoryFile() {}

    /**
     * The inventory of a tree.
     *
     * @param seals of its encrypted files, by path in the output directory
     */
    static TreeFile of(Facts facts, List<TreeFile> files, SortedMap<String, Seal> seals) {
        ClusterSpec spec = facts.spec();
        SortedMap<String, String> digests = new TreeMap<>();
        for (TreeFile file : files) {
            digests.put(file.path(), file.sha256());
        }
        SortedMap<String, PastPool> pools = pools(facts);
        Inventory inventory = new Inventory(
                spec.name(),
                new NetworkFields(spec.mode().text(), spec.encapsulation(), spec.routingViaHost(),
                        mtuChange(spec)),
                !spec.rebootOnRotation().orElse(true),
                connections(spec),
                espOffload(spec),
                pools,
                guards(spec),
                paused(spec, pools),
                seals,
                digests);
        String about = "What this tree holds, for the next run: what must not disappear silently, and which files are ours.";
        return new TreeFile(Inventory.FILE,
                ManifestYaml.bytes(FileHeader.of(spec, about), InventoryYaml.body(inventory)), false);
    }

    private static Optional<PastMtuChange> mtuChange(ClusterSpec spec) {
        if (spec.mtuChange().isEmpty()) {
            return Optional.empty();
        }
        MtuChange change = spec.mtuChange().get();
        return Optional.of(new PastMtuChange(change.to(), change.stage().text()));
    }

    private static SortedMap<String, PastConnection> connections(ClusterSpec spec) {
        SortedMap<String, PastConnection> connections = new TreeMap<>();
        for (Connection connection : spec.connections()) {
            connections.put(connection.policyName(), new PastConnection(
                    connection.node().name(),
                    connection.remote().name(),
                    connection.network(),
                    connection.interfaceName(),
                    connection.absent()));
        }
        return connections;
    }

    private static SortedMap<String, List<String>> espOffload(ClusterSpec spec) {
        SortedMap<String, List<String>> nodes = new TreeMap<>();
        for (Node node : spec.espOffloadNodes()) {
            List<String> off = new ArrayList<>();
            for (Map.Entry<String, Boolean> written : node.espOffload().entrySet()) {
                if (!written.getValue()) {
                    off.add(written.getKey());
                }
            }
            if (!off.isEmpty()) {
                nodes.put(node.name(), off);
            }
        }
        return nodes;
    }

    private static SortedMap<String, PastPool> pools(Facts facts) {
        SortedMap<String, PastPool> pools = new TreeMap<>();
        for (PoolImports imports : PoolImports.of(facts.spec(), facts.credentials())) {
            ImportingPool pool = imports.pool();
            pools.put(pool.name(), new PastPool(pool.importConfig(), pool.certsConfig(),
                    List.copyOf(imports.bundles().keySet()), certificates(imports, facts.credentials()),
                    facts.spec().isPaused(pool.name()), pool.purged()));
        }
        return pools;
    }

    private static List<String> paused(ClusterSpec spec, SortedMap<String, PastPool> importing) {
        List<String> paused = new ArrayList<>();
        for (Pool pool : spec.pools()) {
            if (pool.paused() && !importing.containsKey(pool.name())) {
                paused.add(pool.name());
            }
        }
        paused.sort(null);
        return paused;
    }

    private static SortedMap<String, PastCertificate> certificates(PoolImports imports, Credentials credentials) {
        SortedMap<String, PastCertificate> certificates = new TreeMap<>();
        if (imports.pool().purged()) {
            return certificates;
        }
        for (AnchorFile anchor : credentials.anchors()) {
            List<PemCertificate> pem = anchor.pem().certificates();
            if (!pem.isEmpty()) {
                certificates.put(anchor.anchor().fileName(),
                        certificate(pem.get(0).certificate(), List.of(PastCertificate.EVERY_NODE)));
            }
        }
        for (Map.Entry<String, OpenedBundle> bundle : imports.bundles().entrySet()) {
            String file = bundle.getKey();
            Optional<Certificate> own = bundle.getValue().certificate();
            if (own.isPresent()) {
                certificates.put(file, certificate(own.get(), imports.nodesOf(file)));
            }
        }
        return certificates;
    }

    private static PastCertificate certificate(Certificate certificate, List<String> nodes) {
        CertificateFacts facts = certificate.facts();
        return new PastCertificate(facts.subject(), facts.notAfter(), facts.sha256(), nodes);
    }

    private static SortedMap<String, List<String>> guards(ClusterSpec spec) {
        SortedMap<String, List<String>> guards = new TreeMap<>();
        for (GuardedPool pool : spec.guardedPools()) {
            List<String> networks = new ArrayList<>();
            for (Ipv4Network network : pool.networks()) {
                networks.add(network.toString());
            }
            guards.put(pool.name(), networks);
        }
        return guards;
    }
}
