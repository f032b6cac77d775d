package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The slow tier: a node that boots with systemd, on a kernel with ESP, with nothing but the files of the emitted
 * MachineConfigs, and its connections as NetworkManager-libreswan writes them. {@code .ci/slow-tier} runs it.
 */
@Tag("slow")
class BootedNodeTest {

    /** The images that {@code .ci/slow-tier} made, one for each release of Debian. */
    private static final Path IMAGES = Path.of(System.getProperty("slow.images", "target/slow-tier"));

    private static final String NODE = "worker-0.example.com";

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: prod-east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: {%s}
            nodes:
              worker-0.example.com: {bundle: certs/worker-0.p12}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.2/32, type: transport}
              gw: {address: gw.example.com, subnet: 10.1.2.0/24, type: tunnel}
            waivers:
            - {rule: IPSEC-S006, reason: lab keys}
            """;

    private static final String ANCHORS = "one: certs/one.pem, two: certs/two.pem";

    @TempDir
    private Path folder;

    private Path share;
    private Pki pki;

    static List<Path> images() throws IOException {
        try (var files = Files.list(IMAGES)) {
            return files.filter(file -> file.toString().endsWith(".img")).sorted().toList();
        }
    }

    @BeforeEach
    void prepareTheShare() throws IOException {
        share = Files.createDirectory(folder.resolve("share"));
        pki = new Pki(Files.createDirectory(folder.resolve("pki")));
        copyGuestScripts();
        var one = pki.authority("/O=Acme/CN=one");
        var two = pki.authority("/O=Acme/CN=two");
        var other = pki.authority("/O=Acme/CN=other");
        var anchors = Map.of("one", one, "two", two);
        Path cluster = emit("first", ANCHORS, anchors, pki.named(one, NODE));
        emit("renewed", ANCHORS, anchors, pki.named(two, NODE));
        emit("untrusted", ANCHORS + ", other: certs/other.pem", Map.of("one", one, "two", two, "other", other),
                pki.named(other, NODE));
        emit("broken", ANCHORS, anchors, pki.named(one, NODE));
        Files.writeString(share.resolve("configs/broken/etc/pki/certs/worker-0.p12"), "no bundle at all");

        for (var name : List.of("nas", "gw")) {
            var remote = pki.named(one, name + ".example.com");
            copy(pki.bundle(remote, name), "remote/" + name + ".p12");
            copy(cluster.resolve("runbook/remotes/" + name + "/ipsec.conf"), "remote/" + name + ".conf");
            write("connections/" + name + ".conf", RenderedConnection.of(
                    cluster.resolve("20-connections/ipsec-worker-0.example.com-" + name + ".yaml"), name));
        }
        copy(one.certificate(), "remote/one.pem");
        copy(two.certificate(), "remote/two.pem");
    }

    @ParameterizedTest
    @MethodSource("images")
    void aNodeThroughItsBoots(Path image) throws Exception {
        var node = new UserModeLinux(image, folder.resolve("node.cow"), share);
        passes(node, NODE, "first", "first_boot");
        passes(node, "localhost", "first", "second_boot");
        passes(node, NODE, "renewed", "rotation_by_reboot");
        passes(node, NODE, "renewed", "rotation_without_reboot");
        passes(node, NODE, "broken", "boot_with_a_broken_bundle");
    }

    @ParameterizedTest
    @MethodSource("images")
    void aNewNodeWithABrokenBundle(Path image) throws Exception {
        var node = new UserModeLinux(image, folder.resolve("node.cow"), share);
        passes(node, NODE, "broken", "new_node_with_a_broken_bundle");
    }

    private void passes(UserModeLinux node, String hostName, String config, String checks) throws Exception {
        System.out.println("\n" + node + ", " + checks.replace('_', ' '));
        write("boot", "name=" + hostName + "\nconfig=" + config + "\nchecks=" + checks + "\n");
        var lines = node.boot();
        assertFalse(lines.isEmpty());
        assertEquals(List.of(), lines.stream().filter(line -> !line.startsWith("ok ")).toList(),
                () -> "journal of the guest:\n" + read("journal"));
    }

    /** Compiles a spec, and puts the files of the node's MachineConfigs into a folder of the share. */
    private Path emit(String name, String anchors, Map<String, Pki.Identity> authorities, Pki.Identity node)
            throws IOException {
        Path repository = Files.createDirectory(folder.resolve(name));
        Path certs = Files.createDirectory(repository.resolve("certs"));
        for (var authority : authorities.entrySet()) {
            Files.copy(authority.getValue().certificate(), certs.resolve(authority.getKey() + ".pem"));
        }
        Files.copy(pki.bundle(node, "worker-0"), certs.resolve("worker-0.p12"));
        Path spec = Files.writeString(repository.resolve("ipsec.yaml"), SPEC.formatted(anchors));
        Path output = repository.resolve("manifests");
        var generated = new Fleet(new Run(repository, output, Map.of(), Instant.now()), List.of(spec)).generate();
        assertTrue(generated.changes().isPresent(), () -> generated.compiled().diagnostics().all().toString());
        Path cluster = output.resolve("clusters/prod-east");
        Path root = share.resolve("configs").resolve(name);
        AppliedConfig.ofPool(cluster, "worker")
                .forEach(config -> AppliedConfig.write(config, file -> root.resolve(file.substring(1))));
        return cluster;
    }

    private void copyGuestScripts() throws IOException {
        try (var scripts = Files.list(Path.of("src/test/resources/guest"))) {
            for (Path script : scripts.toList()) {
                copy(script, "guest/" + script.getFileName());
            }
        }
    }

    private void copy(Path file, String to) throws IOException {
        Path target = share.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(share.resolve(file).getParent());
        Files.writeString(share.resolve(file), text);
    }

    private String read(String file) {
        try {
            return Files.readString(share.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
