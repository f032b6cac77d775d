package io.github.ipsecmaven.runbook.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.CraftedCluster;
import io.github.ipsecmaven.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is exported to the remotes: the real programs take it, and it says the same as the nodes' policies, mirrored. */
class RemoteFilesTest {

    /** The node's option, and what the remote calls it. */
    private static final Map<String, String> MIRRORED = Map.ofEntries(
            Map.entry("left", "right"),
            Map.entry("leftsubnet", "rightsubnet"),
            Map.entry("leftprotoport", "rightprotoport"),
            Map.entry("right", "left"),
            Map.entry("rightid", "leftid"),
            Map.entry("rightsubnet", "leftsubnet"),
            Map.entry("rightprotoport", "leftprotoport"),
            Map.entry("leftrsasigkey", "rightrsasigkey"),
            Map.entry("rightrsasigkey", "leftrsasigkey"),
            Map.entry("ikev2", "ikev2"),
            Map.entry("type", "type"),
            Map.entry("ike", "ike"),
            Map.entry("ikelifetime", "ikelifetime"),
            Map.entry("esp", "esp"),
            Map.entry("salifetime", "salifetime"),
            Map.entry("dpddelay", "dpddelay"));

    @TempDir
    private static Path folder;

    private static Path cluster;

    @BeforeAll
    static void generate() throws IOException {
        cluster = generate(folder, Files.readString(Path.of("src/test/resources/remotes/ipsec.yaml")));
    }

    private static Path generate(Path folder, String spec) throws IOException {
        var generated = ConfigRepository.with(folder, spec).fleet().generate();
        assertFalse(generated.compiled().diagnostics().hasErrors(), generated.compiled().diagnostics().all().toString());
        return folder.resolve("manifests/clusters/prod-east");
    }

    @Test
    void libreswanAtTheRemoteSaysTheSameMirrored() throws IOException {
        Map<String, Map<String, String>> nodes = policies();
        Map<String, Map<String, String>> remotes = new TreeMap<>();
        for (String remote : List.of("nas", "branch", "shared")) {
            remotes.putAll(connections(Files.readString(file(remote, "ipsec.conf"))));
        }

        assertEquals(nodes.keySet(), remotes.keySet());
        nodes.forEach((name, node) -> {
            Map<String, String> mirrored = new TreeMap<>();
            node.forEach((option, value) -> {
                if (MIRRORED.containsKey(option)) {
                    mirrored.put(MIRRORED.get(option), value);
                }
            });
            mirrored.put("rightid", "CN=" + node.get("leftcert"));
            Map<String, String> remote = remotes.get(name);
            remote.keySet().removeAll(List.of("auto", "leftcert"));
            assertEquals(mirrored, remote, name);
        });
    }

    @Test
    void strongSwanAtTheRemoteSaysTheSameMirrored() throws IOException {
        Map<String, String> nas = settings(Files.readString(file("nas", "swanctl.conf")));
        String peer = "connections/prod-east-worker-1/";
        assertEquals("192.0.2.9", nas.get(peer + "local_addrs"));
        assertEquals("192.0.2.21", nas.get(peer + "remote_addrs"));
        assertEquals("nas.example.com", nas.get(peer + "local/id"));
        assertEquals("CN=worker-1", nas.get(peer + "remote/id"));
        assertEquals("aes256gcm16-prfsha512-ecp384", nas.get(peer + "proposals"));
        assertEquals("30s", nas.get(peer + "dpd_delay"));
        String child = peer + "children/prod-east-ipsec-worker-1-nas/";
        assertEquals("transport", nas.get(child + "mode"));
        assertEquals("192.0.2.9/32[tcp/2049]", nas.get(child + "local_ts"));
        assertEquals("dynamic[tcp]", nas.get(child + "remote_ts"));
        assertEquals("aes256gcm16-ecp384,aes256gcm16", nas.get(child + "esp_proposals"));

        Map<String, String> branch = settings(Files.readString(file("branch", "swanctl.conf")));
        String children = "connections/prod-east-worker-0/children/prod-east-ipsec-worker-0-branch-";
        assertEquals("172.20.0.0/16", branch.get(children + "lan/local_ts"));
        assertEquals("172.21.4.0/24", branch.get(children + "dmz/local_ts"));
        assertEquals("10.9.0.0/24", branch.get(children + "dmz/remote_ts"));

        Map<String, String> shared = settings(Files.readString(file("shared", "swanctl.conf")));
        assertFalse(shared.containsKey("connections/prod-east-worker-0/local/id"));
    }

    @Test
    void ansibleGetsWhatTheRoleCanSay() throws IOException {
        String nas = Files.readString(file("nas", "vpn_connections.yml"));
        assertTrue(nas.contains("# The role cannot describe these, take them from ipsec.conf: prod-east-ipsec-worker-0-nas, "),
                nas);
        assertEquals(Map.of("vpn_connections", List.of()), new Yaml().load(nas));

        Map<String, List<Map<String, Object>>> branch =
                new Yaml().load(Files.readString(file("branch", "vpn_connections.yml")));
        Map<String, Object> last = branch.get("vpn_connections").get(3);
        assertEquals("cert", last.get("auth_method"));
        assertEquals(Map.of(
                "branch", Map.of("hostname", "198.51.100.7", "cert_name", "branch", "leftid", "198.51.100.7",
                        "subnets", List.of("172.21.4.0/24")),
                "prod-east-ipsec-worker-1-branch-dmz", Map.of("hostname", "192.0.2.21", "cert_name", "none",
                        "subnets", List.of("192.0.2.21/32"))),
                last.get("hosts"));
    }

    @Test
    void nodesThatShareACertificateDoNotEvictEachOther(@TempDir Path other) throws IOException {
        Path shared = generate(other, """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: prod-east}
                cluster: {openshift: "4.19.0", platform: BareMetal}
                mode: External
                ca: certs/ca.pem
                pools: {worker: {bundle: certs/left_server.p12}}
                nodes: {node1.example.com: {}, node2.example.com: {}}
                remotes:
                  host: {address: 198.51.100.7, type: transport}
                """);

        String conf = Files.readString(shared.resolve("runbook/remotes/host/ipsec.conf"));
        assertTrue(conf.contains("\nconfig setup\n\tuniqueids=no\n"), conf);
        Map<String, String> swanctl = settings(Files.readString(shared.resolve("runbook/remotes/host/swanctl.conf")));
        assertEquals("never", swanctl.get("connections/prod-east-node1_example_com/unique"));
    }

    @Test
    void aNodeWhoseAddressOnlyItKnowsIsAnyToTheRemote(@TempDir Path other) throws IOException {
        var cluster = new CraftedCluster(other)
                .replace("address: worker-0.prod.example.com", "address: \"%defaultroute\"");

        assertEquals("%any", exported(cluster).get("right"));

        Path runbook = other.resolve("manifests/clusters/case/runbook");
        Map<String, String> swanctl = settings(Files.readString(runbook.resolve("remotes/nas/swanctl.conf")));
        assertEquals("%any", swanctl.get("connections/case-worker-0/remote_addrs"));
        assertFalse(Files.readString(runbook.resolve("verify.sh")).contains("defaultroute"));
        String firewall = Files.readString(runbook.resolve("firewall.md"));
        assertTrue(firewall.contains("| node worker-0 | nas.example.com |"), firewall);
    }

    @Test
    void libreswanAtTheRemoteIsToldOfEcdsa(@TempDir Path both, @TempDir Path remote) throws IOException {
        var sameKind = exported(new CraftedCluster(both).ecdsa());
        assertEquals("ecdsa", sameKind.get("authby"));
        assertFalse(sameKind.containsKey("leftauth"));

        var twoKinds = exported(new CraftedCluster(remote).ecdsaRemote());
        assertEquals("ecdsa", twoKinds.get("leftauth"));
        assertEquals("rsasig", twoKinds.get("rightauth"));
        assertFalse(twoKinds.containsKey("authby"));
    }

    private static Map<String, String> exported(CraftedCluster cluster) throws IOException {
        cluster.repository().fleet().generate();
        Path files = cluster.repository().folder().resolve("manifests/clusters/case/runbook/remotes/nas");
        assertEquals(Map.of("vpn_connections", List.of()),
                new Yaml().load(Files.readString(files.resolve("vpn_connections.yml"))));
        return connections(Files.readString(files.resolve("ipsec.conf"))).get("case-ipsec-worker-0-nas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas", "branch", "shared"})
    void libreswanAcceptsTheFile(String remote) {
        RealTool.Result result = RealTool.of("ipsec", "install libreswan").assumePresent()
                .run("addconn", "--config", file(remote, "ipsec.conf").toString(), "--checkconfig");

        assertEquals("", result.out() + result.err());
        assertEquals(0, result.exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas", "branch", "shared"})
    void strongSwanLoadsTheFile(String remote, @TempDir Path home) throws IOException {
        try (Charon charon = Charon.start(home)) {
            Files.copy(folder.resolve("certs/nas.pem"), home.resolve("x509/" + remote + ".pem"));
            Files.writeString(home.resolve("swanctl.conf"), "include " + file(remote, "swanctl.conf") + "\n");

            RealTool.Result result = charon.swanctl("--load-conns");

            assertEquals("", result.err());
            assertTrue(result.out().endsWith(", 0 unloaded\n"), result.out());
            assertEquals(0, result.exit());
            String listed = charon.swanctl("--list-conns").outOfSuccess();
            settings(Files.readString(file(remote, "swanctl.conf"))).forEach((key, value) -> {
                if (key.endsWith("remote/id")) {
                    assertTrue(listed.contains("    id: " + value + "\n"), listed);
                }
            });
        }
    }

    private static Path file(String remote, String name) {
        return cluster.resolve("runbook/remotes").resolve(remote).resolve(name);
    }

    /** The libreswan options of every policy, by the name that the exports have for it. */
    private static Map<String, Map<String, String>> policies() throws IOException {
        Map<String, Map<String, String>> policies = new TreeMap<>();
        try (var files = Files.list(cluster.resolve("20-connections"))) {
            for (Path file : files.filter(path -> !path.endsWith("kustomization.yaml")).toList()) {
                Map<?, ?> policy = new Yaml().load(Files.readString(file));
                Map<?, ?> state = (Map<?, ?>) ((Map<?, ?>) policy.get("spec")).get("desiredState");
                Map<?, ?> ipsec = (Map<?, ?>) ((List<?>) state.get("interfaces")).get(0);
                Map<String, String> options = new LinkedHashMap<>();
                ((Map<?, ?>) ipsec.get("libreswan")).forEach((key, value) -> options.put((String) key, value.toString()));
                String name = (String) ((Map<?, ?>) policy.get("metadata")).get("name");
                policies.put("prod-east-" + name.replace('.', '_'), options);
            }
        }
        return policies;
    }

    private static Map<String, Map<String, String>> connections(String text) {
        Map<String, Map<String, String>> connections = new TreeMap<>();
        String name = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("conn ")) {
                name = line.substring("conn ".length());
                connections.put(name, new TreeMap<>());
            } else if (line.startsWith("\t")) {
                String[] option = line.strip().split("=", 2);
                connections.get(name).put(option[0], option[1].replace("\"", ""));
            }
        }
        return connections;
    }

    /** The settings of a file of strongSwan's, by their path. */
    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.endsWith(" {")) {
                path.addLast(line.substring(0, line.length() - 2));
            } else if (line.equals("}")) {
                path.removeLast();
            } else if (line.contains(" = ")) {
                List<String> key = new ArrayList<>(path);
                String[] setting = line.split(" = ", 2);
                key.add(setting[0]);
                settings.put(String.join("/", key), setting[1].replace("\"", ""));
            }
        }
        assertTrue(path.isEmpty(), path.toString());
        return settings;
    }
}
