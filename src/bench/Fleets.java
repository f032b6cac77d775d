import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the specs of a fleet, for measurements: {@code java Fleets.java FOLDER CLUSTERS NODES}. Every cluster has ten
 * connections: ten remotes of one node, or one remote of ten nodes with a bundle each. All clusters name their nodes
 * alike, so that the bundles which {@code ipsec:lab-pki} makes for the first can be copied to the others.
 */
final class Fleets {

    private static final int CONNECTIONS = 10;

    private static final String DEFAULTS = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsecDefaults
            cluster:
              openshift: "4.20.11"
              platform: BareMetal
              mtu: {host: 1500, cluster: 1354}
              routingViaHost: true
            mode: External
            waivers:
            - {rule: IPSEC-S006, reason: "keys for a measurement, worth nothing"}
            """;

    private static final String CLUSTER = """
            extends: ../../defaults.yaml
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: %1$s
            ca: certs/ca.pem
            nodeDefaults:
              domain: lab.example.com
              bundle: certs/{node}.p12
            nodes:
            """;

    private Fleets() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int clusters = Integer.parseInt(arguments[1]);
        int nodes = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("defaults.yaml"), DEFAULTS);
        for (int i = 0; i < clusters; i++) {
            String name = "site-%04d".formatted(i);
            Path spec = folder.resolve("clusters").resolve(name).resolve("ipsec.yaml");
            Files.createDirectories(spec.getParent());
            Files.writeString(spec, spec(name, nodes));
        }
    }

    private static String spec(String name, int nodes) {
        StringBuilder spec = new StringBuilder(CLUSTER.formatted(name));
        for (int node = 0; node < nodes; node++) {
            spec.append("  worker-").append(node).append(": {}\n");
        }
        spec.append("remotes:\n");
        for (int remote = 0; remote < CONNECTIONS / nodes; remote++) {
            String address = "192.0.2." + (10 + remote);
            spec.append("  nas-").append(remote).append(":\n    address: ").append(address)
                    .append("\n    subnet: ").append(address).append("/32\n    type: transport\n");
        }
        return spec.toString();
    }
}
