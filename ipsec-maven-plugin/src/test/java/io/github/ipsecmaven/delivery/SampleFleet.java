package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.LabPki;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The repository's samples as one fleet, each delivered by every engine, compiled with keys of their own. Without the
 * encrypted one, which not every engine can deliver: {@link SealedDeliveryTest}.
 */
final class SampleFleet {

    private static final Path SAMPLES = Path.of("../samples/clusters");

    private static final String EVERY_ENGINE = """
            delivery:
              argocd: {repoURL: https://git.example.com/net/ipsec.git, revision: main}
              flux: {sourceRef: ipsec, repoURL: https://git.example.com/net/ipsec.git, secretRef: ipsec-git}
              acm: {}
            """;

    private static SampleFleet compiled;

    private final Path output;

    private SampleFleet(Path output) {
        this.output = output;
    }

    /** The fleet, compiled once for all tests: making its keys takes long. Nobody may change its output. */
    static synchronized SampleFleet get() throws Exception {
        if (compiled == null) {
            compiled = in(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "samples"));
        }
        return compiled;
    }

    private static SampleFleet in(Path folder) throws Exception {
        List<Path> specs = copies(folder);
        Run run = new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW);
        LabPki.of(run, specs, false, new Diagnostics()).make();
        Fleet.Generated generated = new Fleet(run, specs).generate();
        if (generated.changes().isEmpty()) {
            throw new IllegalStateException(generated.compiled().diagnostics().all().toString());
        }
        return new SampleFleet(run.outputDirectory());
    }

    private static List<Path> copies(Path folder) throws IOException {
        List<Path> specs = new ArrayList<>();
        for (Path sample : list(SAMPLES)) {
            String text = Files.readString(sample.resolve("ipsec.yaml"));
            if (text.contains("\nencryption:")) {
                continue;
            }
            Path spec = folder.resolve(sample.getFileName().toString()).resolve("ipsec.yaml");
            Files.createDirectories(spec.getParent());
            Files.writeString(spec, text.replaceAll("(?ms)^delivery:\n( .*?\n)+", "") + EVERY_ENGINE);
            specs.add(spec);
        }
        return specs;
    }

    Path output() {
        return output;
    }

    /** The clusters' names. */
    List<String> clusters() throws IOException {
        return list(output.resolve("clusters")).stream().map(folder -> folder.getFileName().toString()).toList();
    }

    /** The Kubernetes objects below a folder of the output, by path. */
    Map<String, Map<String, Object>> objects(String folder) throws IOException {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(output.resolve(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                Map<String, Object> body = Yaml.read(file);
                boolean emitted = !file.toString().matches(".*/(review|runbook|install)/.*");
                if (emitted && body.containsKey("kind") && !file.endsWith("inventory.yaml")) {
                    objects.put(output.relativize(file).toString(), body);
                }
            }
        }
        return objects;
    }

    /** The folders below a folder of the output that have a kustomization. */
    List<Path> kustomizations(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve(folder))) {
            return files.filter(file -> file.endsWith("kustomization.yaml")).map(Path::getParent).sorted().toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
