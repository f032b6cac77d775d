package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node with its policy's options against a remote with the exported file: two real plutos authenticate each other. */
class RemoteExportIT {

    private static final String NAME_ON_REMOTE = "prod-east-ipsec-worker-0-nas";

    @TempDir
    private Path folder;

    private Path repository;
    private Path cluster;
    private Pki pki;
    private NodeRoot node;
    private NodeRoot remote;

    @BeforeEach
    void begin() throws IOException {
        TwoHosts.assumePossible();
        repository = Files.createDirectory(folder.resolve("repository"));
        pki = new Pki(Files.createDirectory(repository.resolve("pki")));
    }

    private void generate(Path nodeKey, Path remoteKey) throws IOException {
        var root = pki.authority("/O=Acme/CN=Root");
        Path certs = Files.createDirectory(repository.resolve("certs"));
        Files.copy(root.certificate(), certs.resolve("ca.pem"));
        // A subject that libreswan's file cannot hold as it is.
        var nodeLeaf = pki.leaf(root, "/C=DE/O=Acme, Inc./OU=a\\/b/CN=worker-0", nodeKey);
        Files.copy(pki.bundle(nodeLeaf, "worker-0"), certs.resolve("worker-0.p12"));
        var nas = pki.leaf(root, "/O=Acme/CN=nas.example.com", remoteKey);
        Files.copy(nas.certificate(), certs.resolve("nas.pem"));
        Files.copy(pki.bundle(nas, "nas"), certs.resolve("nas.p12"));
        Path spec = Files.writeString(repository.resolve("ipsec.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: prod-east}
                cluster: {openshift: "4.20.11", platform: BareMetal}
                mode: External
                ca: certs/ca.pem
                nodes:
                  worker-0: {address: %s, bundle: certs/worker-0.p12}
                remotes:
                  nas:
                    address: %s
                    type: transport
                    identity: "%%fromcert"
                    certificate: certs/nas.pem
                    libreswan: {ike: aes_gcm256-sha2_512-dh20, esp: aes_gcm256}
                waivers:
                - {rule: IPSEC-C023, reason: the certificates of this test name nobody}
                - {rule: IPSEC-S006, reason: lab keys}
                """.formatted(TwoHosts.NODE_ADDRESS, TwoHosts.REMOTE_ADDRESS));
        Path output = repository.resolve("manifests");
        var fleet = new Fleet(new Run(repository, output, Map.of(), Instant.now()), List.of(spec));
        var generated = fleet.generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
        cluster = output.resolve("clusters/prod-east");
    }

    @Test
    void theNodeAndTheRemoteWithTheExportedFileAuthenticateEachOther() throws IOException {
        generate(pki.newKey(), pki.newKey());

        assertTrue(negotiate(exported()).contains("initiator established IKE SA"));
    }

    @Test
    void soDoTheyWithEcdsaKeys() throws IOException {
        generate(pki.newEcdsaKey(), pki.newEcdsaKey());

        assertTrue(negotiate(exported()).contains("initiator established IKE SA"));
    }

    @Test
    void aRemoteThatExpectsAnotherNodeRefusesThisOne() throws IOException {
        generate(pki.newKey(), pki.newKey());
        String other = exported().replace("CN=worker-0\"", "CN=worker-1\"");
        assertFalse(other.equals(exported()));

        assertFalse(negotiate(other).contains("initiator established IKE SA"));
    }

    private String negotiate(String onRemote) throws IOException {
        node = host("node", "worker-0");
        remote = host("remote", "nas");
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnections(onNode(), onRemote, NAME_ON_REMOTE);
            return hosts.negotiate();
        }
    }

    private String exported() throws IOException {
        return Files.readString(cluster.resolve("runbook/remotes/nas/ipsec.conf"));
    }

    private String onNode() throws IOException {
        return RenderedConnection.of(cluster.resolve("20-connections/ipsec-worker-0-nas.yaml"), "tunnel");
    }

    private NodeRoot host(String name, String nickname) throws IOException {
        var host = new NodeRoot(Files.createDirectory(folder.resolve(name)));
        host.copy(repository.resolve("certs/ca.pem"), "/etc/pki/certs/ca.pem");
        host.bundle("own.p12", repository.resolve("certs/" + nickname + ".p12"));
        host.list("worker-0 own.p12 " + nickname + " -");
        var imported = host.run();
        assertEquals(0, imported.exitCode(), imported.output());
        return host;
    }
}
