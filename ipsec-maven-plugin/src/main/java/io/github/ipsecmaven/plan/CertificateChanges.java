package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.plan.CertificateChange.Kind;
import io.github.ipsecmaven.plan.machineconfig.PoolUpdate;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares what the inventories say of the nodes' certificates. */
public final class CertificateChanges {

    private CertificateChanges() {}

    /** The changes, by pool and file. */
    public static List<CertificateChange> of(Comparison comparison) {
        List<CertificateChange> changes = new ArrayList<>();
        SortedSet<String> pools = new TreeSet<>(comparison.poolsBefore().keySet());
        pools.addAll(comparison.poolsAfter().keySet());
        for (String pool : pools) {
            Optional<PastPool> before = Optional.ofNullable(comparison.poolsBefore().get(pool));
            Optional<PastPool> after = Optional.ofNullable(comparison.poolsAfter().get(pool));
            SortedSet<String> files = new TreeSet<>();
            Stream.of(before, after).flatMap(Optional::stream).forEach(side -> files.addAll(side.certificates().keySet()));
            for (String file : files) {
                change(pool, file, before, after, comparison).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<CertificateChange> change(String pool, String file, Optional<PastPool> before,
            Optional<PastPool> after, Comparison comparison) {
        Optional<PastCertificate> from = held(file, pool, before, comparison.poolsBefore());
        Optional<PastCertificate> to = after.isEmpty() && comparison.keepsCertificates(before.orElseThrow())
                ? from
                : held(file, pool, after, comparison.poolsAfter());
        boolean bundle = Stream.of(before, after).flatMap(Optional::stream).anyMatch(side -> side.bundles().contains(file));
        return kind(from, to, comparison.hasOtherBytes(pool, file)).map(kind -> new CertificateChange(
                pool, file, !bundle, kind, nodes(to.or(() -> from).orElseThrow()), from, to));
    }

    /** What the nodes of a pool hold: what is their pool's, and else what a custom pool inherits; nothing once purged. */
    private static Optional<PastCertificate> held(
            String file, String name, Optional<PastPool> pool, Map<String, PastPool> pools) {
        if (pool.filter(PastPool::purged).isPresent()) {
            return Optional.empty();
        }
        Optional<PastPool> inherited = PoolUpdate.inheritsWorker(name)
                ? Optional.ofNullable(pools.get("worker")).filter(worker -> !worker.purged())
                : Optional.empty();
        return pool.map(own -> own.certificates().get(file)).or(() -> inherited.map(worker -> worker.certificates().get(file)));
    }

    private static Optional<Kind> kind(Optional<PastCertificate> from, Optional<PastCertificate> to, boolean otherBytes) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.isPresent() ? Optional.of(Kind.REMOVED) : to.map(added -> Kind.ADDED);
        }
        if (from.get().sha256().equals(to.get().sha256())) {
            return otherBytes ? Optional.of(Kind.REENCODED) : Optional.empty();
        }
        return Optional.of(from.get().subject().equals(to.get().subject()) ? Kind.RENEWED : Kind.REPLACED);
    }

    private static List<String> nodes(PastCertificate certificate) {
        return certificate.nodes().contains(PastCertificate.EVERY_NODE) ? List.of() : certificate.nodes();
    }
}
