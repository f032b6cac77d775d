package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes what {@code .ci/guard-tier} measures into the folder that it names: for each kind of tunnel, and for each change
 * of a guard, the files that MachineConfigs put on the node, the connection as NetworkManager-libreswan writes it, and the
 * remote's file. Everything comes out of {@code generate}.
 */
@EnabledIfSystemProperty(named = "guard.tier", matches = ".+", disabledReason = "run .ci/guard-tier")
class GuardTier {

    private static final String NODE = "192.0.2.1";
    private static final String REMOTE = "192.0.2.2";

    private static final String CLUSTER = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: tier}
            cluster: {openshift: "4.20.11", platform: BareMetal, needs: {api: 192.0.2.9}}
            mode: External
            ca: certs/ca.pem
            pools: {worker: {nodes: 1%s}}
            nodes: {worker-0: {address: %s, bundle: certs/worker-0.p12}}
            remotes:
              nas:
                address: %s
                identity: "%%fromcert"
            %s
            waivers:
            - {rule: IPSEC-C023, reason: the certificates of this tier name nobody}
            - {rule: IPSEC-S006, reason: the keys of this tier are made anew for each run}
            """;

    private static final String TRANSPORT = "    type: transport\n    failClosed: true";
    private static final String TUNNEL = "    type: tunnel\n    subnet: 10.1.2.0/24\n    failClosed: true";
    private static final String OTHER = "\n  other: {address: 192.0.2.3, type: transport, identity: \"%fromcert\", failClosed: true}";

    private static Path folder;

    @BeforeAll
    static void makeCertificates() throws IOException {
        folder = Path.of(System.getProperty("guard.tier")).toAbsolutePath();
        Pki pki = new Pki(Files.createDirectories(folder.resolve("pki")));
        var root = pki.authority("/O=Acme/CN=Root");
        Path certs = Files.createDirectories(folder.resolve("certs"));
        Files.copy(root.certificate(), certs.resolve("ca.pem"));
        Files.copy(pki.bundle(pki.leaf(root, "/O=Acme/CN=worker-0"), "worker-0"), certs.resolve("worker-0.p12"));
        Files.copy(pki.bundle(pki.leaf(root, "/O=Acme/CN=nas.example.com"), "nas"), certs.resolve("nas.p12"));
        var stranger = pki.leaf(pki.authority("/O=Other/CN=Other Root"), "/O=Other/CN=nas.example.com");
        Files.copy(pki.bundle(stranger, "nas"), certs.resolve("stranger.p12"));
    }

    @Test
    void writesWhatIsMeasured() throws IOException {
        write("transport", "", TRANSPORT);
        write("tunnel", "", TUNNEL);
        write("interface", "", TUNNEL + "\n    libreswan: {ipsec-interface: 7}");
        write("two-remotes", "", TUNNEL + OTHER);
        write("opened", ", guard: {state: absent}", TUNNEL.replace("true", "false"));
    }

    private static void write(String name, String pool, String remote) throws IOException {
        Path repository = Files.createDirectories(folder.resolve(name));
        Tree.replace(repository.resolve("certs"), folder.resolve("certs"));
        Path spec = Files.writeString(repository.resolve("ipsec.yaml"), CLUSTER.formatted(pool, NODE, REMOTE, remote));
        Path output = repository.resolve("manifests");
        var generated = new Fleet(new Run(repository, output, Map.of(), Instant.now()), List.of(spec)).generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
        Path cluster = output.resolve("clusters/tier");
        AppliedConfig.ofPool(cluster, "worker").forEach(config ->
                AppliedConfig.write(config, path -> repository.resolve("node" + path)));
        Files.writeString(repository.resolve("node.conf"),
                RenderedConnection.of(cluster.resolve("20-connections/ipsec-worker-0-nas.yaml"), "tunnel"));
        Files.copy(cluster.resolve("runbook/remotes/nas/ipsec.conf"), repository.resolve("remote.conf"));
    }
}
