package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.manifest.MachineConfigManifests;
import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Block.Cell;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who can read which private key. A node imports its own only, but a MachineConfig is written to every node of the pool,
 * and worker's to those of the custom pools too (machine-config-operator, docs/custom-pools.md).
 */
final class KeySection {

    private static final String IMPORTED_BY_NAME = "worker";

    private KeySection() {}

    /** Nothing where the tree carries no key. */
    static Optional<Section> of(ReviewedCluster cluster) {
        List<PoolImports> pools = PoolImports.of(cluster.spec(), cluster.credentials()).stream()
                .filter(pool -> !pool.entries().isEmpty()).toList();
        if (pools.isEmpty()) {
            return Optional.empty();
        }
        long keys = pools.stream().mapToLong(pool -> pool.bundles().size()).sum();
        long open = pools.stream().mapToLong(KeySection::withoutPassword).sum();
        Line summary = Line.words(Words.count(keys, "bundle") + " ")
                .and(open == 0 ? Line.chip(Tone.CALM, "all with a password") : Line.chip(Tone.CARE, open + " without a password"));
        return Optional.of(new Section("Who can read which key", summary,
                List.of(readers(cluster.spec(), pools), keys(cluster.spec(), pools))));
    }

    private static long withoutPassword(PoolImports pool) {
        return pool.bundles().values().stream().filter(bundle -> bundle.reference().password().isEmpty()).count();
    }

    private static Block readers(ClusterSpec spec, List<PoolImports> pools) {
        List<Line> readers = new ArrayList<>();
        for (PoolImports pool : pools) {
            readers.add(Line.words("Root on any node of ").and(poolsThatReceive(spec, pool.pool().name()))
                    .and(": every bundle of pool ").andCode(pool.pool().name()).and(", not only the node's own, in ")
                    .andCode(MachineConfigManifests.CERTIFICATES));
        }
        Line configs = Line.words("Whoever may read MachineConfigs of the cluster: every bundle, in ")
                .and(Line.codes(pools.stream().map(pool -> pool.pool().certsConfig()).toList()))
                .and(" and in each rendered MachineConfig");
        readers.add(configs);
        readers.add(spec.encryption()
                .map(encryption -> Line.words("Whoever can read the repository of the manifests, or its history, and "
                        + "has the private key of ").and(Line.codes(encryption.recipients().stream().map(Recipient::text).toList())))
                .orElse(Line.words("Whoever can read the repository of the manifests, or its history: the same files")));
        return new Block.Points(readers);
    }

    private static Line poolsThatReceive(ClusterSpec spec, String pool) {
        Set<String> receiving = new LinkedHashSet<>(List.of(pool));
        if (pool.equals(IMPORTED_BY_NAME)) {
            receiving.addAll(spec.customPools().keySet());
        }
        Line line = Line.EMPTY;
        for (String name : receiving) {
            line = (line.spans().isEmpty() ? Line.words("pool ") : line.and(" and of custom pool ")).andCode(name)
                    .and(" (" + size(spec, name) + ")");
        }
        return line;
    }

    private static String size(ClusterSpec spec, String pool) {
        OptionalInt said = spec.sizeOf(pool);
        int named = spec.nodesOf(pool).size();
        return said.isPresent() ? Words.count(said.getAsInt(), "node") : "the spec names " + Words.count(named, "node");
    }

    /** What the row of a bundle says; bundles of which it says the same are one row. */
    private record Standing(boolean shared, boolean everyNode, boolean password) {}

    private static Block keys(ClusterSpec spec, List<PoolImports> pools) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PoolImports pool : pools) {
            Map<Standing, List<String>> alike = new LinkedHashMap<>();
            pool.bundles().keySet().forEach(file ->
                    alike.computeIfAbsent(standing(pool, file), standing -> new ArrayList<>()).add(file));
            alike.forEach((standing, files) -> {
                if (standing.shared()) {
                    files.forEach(file -> rows.add(row(spec, pool, standing, List.of(file))));
                } else {
                    rows.add(row(spec, pool, standing, files));
                }
            });
        }
        return new Block.Table("Bundles and the nodes that use them",
                List.of("Bundle", "Used by", "Read by", "Protection"), rows);
    }

    private static Standing standing(PoolImports pool, String file) {
        List<String> nodes = pool.nodesOf(file);
        boolean everyNode = nodes.contains(PoolImports.EVERY_NODE);
        return new Standing(everyNode || nodes.size() > 1, everyNode,
                !pool.bundles().get(file).reference().password().isEmpty());
    }

    private static List<Cell> row(ClusterSpec spec, PoolImports pool, Standing standing, List<String> files) {
        List<PoolImports.Entry> entries = pool.entries().stream().filter(entry -> files.contains(entry.file())).toList();
        Line users = standing.everyNode() ? Line.words("every node of pool ").andCode(pool.pool().name())
                : Words.names(entries.stream().map(PoolImports.Entry::node).toList());
        List<String> passwords = entries.stream().flatMap(entry -> entry.passwordFile().stream()).toList();
        return List.of(
                Cell.of(Words.names(files),
                        Line.words("nickname ").and(Words.names(entries.stream().map(PoolImports.Entry::nickname).toList()))),
                standing.shared() ? Cell.of(users, Line.chip(Tone.CARE, "shared"))
                        : Cell.of(users, Line.words(files.size() == 1 ? "alone" : "each its own")),
                Cell.of(Line.words("every node of ").and(poolsThatReceive(spec, pool.pool().name()))),
                standing.password()
                        ? Cell.of(Line.chip(Tone.CALM, "password"), Line.words("which the node reads from ").and(Words.names(passwords)))
                        : Cell.of(Line.chip(Tone.CARE, "none"), Line.words("whoever has the file has the key")));
    }
}
