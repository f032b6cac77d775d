package io.github.ipsecmaven.bench;

import io.github.ipsecmaven.Fleet;
import io.github.ipsecmaven.Run;
import io.github.ipsecmaven.SpecFiles;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.SpecLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a cluster with ten connections costs in a JVM that is warm, part by part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmBenchmark {

    /** A folder that {@code src/bench/run} has made: {@code -p fleet=target/bench/one}. */
    @Param("target/bench/one")
    public String fleet;

    private Path folder;
    private List<Path> specs;
    private byte[] bundle;

    @Setup
    public void find() throws Exception {
        folder = Path.of(fleet).toAbsolutePath();
        specs = SpecFiles.usual(folder);
        bundle = Files.readAllBytes(specs.get(0).resolveSibling("certs/worker-0.p12"));
    }

    @Benchmark
    public Optional<ClusterSpec> loadTheSpec() {
        return SpecLoader.load(specs.get(0), folder, new Diagnostics());
    }

    @Benchmark
    public Bundle openABundle() throws Exception {
        return BundleReader.read(bundle, new char[0]);
    }

    @Benchmark
    public Fleet.Compiled compileTheCluster() throws Exception {
        Run run = new Run(folder, folder.resolve("manifests"), Map.of(), Instant.now());
        return new Fleet(run, specs.subList(0, 1)).validate();
    }
}
