package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs of {@link Fleet#generate} in a process of their own, which a test can kill. */
final class GeneratingJvm implements AutoCloseable {

    /** The identities that tell the two specs, and so the two trees, apart. */
    static final List<String> SPECS = List.of("@one.example.com", "@other.example.com");

    private static final int SUBNETS = 60;

    private final Process process;
    private final BufferedReader output;

    private GeneratingJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts runs.
     *
     * @param runs how many; they compile the two specs by turns
     * @param first which spec is the first one's
     */
    static GeneratingJvm start(Path folder, int runs, int first) throws IOException {
        return new GeneratingJvm(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"),
                GeneratingJvm.class.getName(), folder.toString(), Integer.toString(runs), Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Puts both specs and the lab keys into a folder. */
    static void prepare(Path folder) throws IOException {
        LabKeys.copyTo(folder.resolve("certs"));
        for (int i = 0; i < SPECS.size(); i++) {
            Files.writeString(folder.resolve(i + ".yaml"), spec(SPECS.get(i)));
        }
    }

    static Path output(Path folder) {
        return folder.resolve("manifests");
    }

    static Fleet fleet(Path folder, int spec) {
        return new Fleet(new Run(folder, output(folder), Map.of(), LabKeys.NOW),
                List.of(folder.resolve(spec + ".yaml"))).remembering(new ProofStore(folder.resolve("proofs"), "test"));
    }

    /** Waits for the end of a run. */
    String awaitRun() throws IOException {
        return output.readLine();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills the process as {@code kill -9} does, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[2]);
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            var generated = fleet(folder, (first + run) % SPECS.size()).generate();
            System.out.println("wrote " + generated.changes().orElseThrow().written().size());
        }
    }

    private static String spec(String identity) {
        var spec = new StringBuilder("""
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata:
                  name: lab
                cluster:
                  openshift: "4.19.22"
                  platform: BareMetal
                mode: External
                ca: certs/ca.pem
                nodeDefaults:
                  domain: prod.example.com
                  bundle: certs/{node}.p12
                nodes:
                  worker-0: {}
                  worker-1: {}
                waivers: [{rule: IPSEC-S006, reason: lab keys}]
                remotes:
                  site:
                    address: 192.0.2.20
                    type: tunnel
                """);
        spec.append("    identity: \"").append(identity).append("\"\n    subnets:\n");
        for (int i = 1; i <= SUBNETS; i++) {
            spec.append("      net-").append(i).append(": 10.").append(i).append(".0.0/16\n");
        }
        return spec.toString();
    }
}
