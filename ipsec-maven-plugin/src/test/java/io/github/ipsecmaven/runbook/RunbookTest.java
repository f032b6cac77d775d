package io.github.ipsecmaven.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a runbook: those that apply, with commands that name what the cluster has. */
class RunbookTest {

    private static final String HEAD = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            """;

    private static final String TUNNELS = HEAD + """
            cluster: {openshift: "4.20.11", platform: VSphere, mtu: {host: 1500, cluster: 1354}}
            mode: Full
            encapsulation: Always
            ca: certs/ca.pem
            nodeDefaults: {domain: prod.example.com, bundle: "certs/{node}.p12"}
            nodes: {worker-0: {pool: storage}, worker-1: {}}
            remotes:
              nas: {address: nas.example.com, subnet: 10.1.2.3/32, type: transport}
              old: {state: absent}
            """;

    @TempDir
    private Path folder;

    @Test
    void aClusterWithTunnelsHasEveryPage() throws IOException {
        assertEquals(Set.of("enable.md", "rotate.md", "remove.md", "disable.md", "upgrade.md", "firewall.md"),
                pages(TUNNELS).keySet());
    }

    @Test
    void aClusterWithoutTunnelsHasNoPageOnThem() throws IOException {
        Map<String, String> pages = pages(HEAD + """
                cluster: {openshift: "4.20.11", platform: IBMCloud}
                mode: Full
                encapsulation: Always
                """);

        assertEquals(Set.of("enable.md", "disable.md", "upgrade.md", "firewall.md"), pages.keySet());
        assertFalse(pages.get("enable.md").contains("20-connections"), pages.get("enable.md"));
        assertTrue(pages.get("firewall.md").contains("| every node | every node | UDP 500, UDP 4500 |"));
    }

    @Test
    void aDisabledClusterHasTheWayOutOnly() throws IOException {
        assertEquals(Set.of("disable.md", "firewall.md"), pages(HEAD + """
                cluster: {openshift: "4.20.11", platform: AWS}
                mode: Disabled
                """).keySet());
    }

    @Test
    void poolsArePausedBeforeWhatRebootsThemAndUnpausedAfterIt() throws IOException {
        List<String> commands = commands(pages(TUNNELS).get("enable.md"));

        int paused = commands.indexOf("oc patch mcp storage --type=merge -p '{\"spec\":{\"paused\":true}}'");
        int applied = commands.indexOf("oc apply --server-side --force-conflicts -k 10-nodes");
        int wanted = commands.indexOf("until oc get mcp storage -o jsonpath='{.spec.configuration.source[?(@.name=="
                + "\"99-storage-ipsec-certs\")].name}' | grep .; do sleep 10; done");
        int unpaused = commands.indexOf("oc patch mcp storage --type=merge -p '{\"spec\":{\"paused\":false}}'");
        int updated = commands.indexOf("oc wait mcp storage --for=condition=Updated --timeout=4h");
        int tunnels = commands.indexOf("oc apply --server-side --force-conflicts -k 20-connections");
        assertTrue(0 <= paused && paused < applied && applied < wanted && wanted < unpaused && unpaused < updated
                && updated < tunnels, commands.toString());
    }

    @Test
    void aPoolThatTheSpecSaysIsPausedStaysSoAndIsNotAwaited() throws IOException {
        Map<String, String> pages = pages(TUNNELS + "pools: {storage: {paused: true}}\n");

        for (String page : List.of("enable.md", "rotate.md", "remove.md", "disable.md")) {
            List<String> commands = commands(pages.get(page));
            assertTrue(commands.stream().anyMatch(line -> line.startsWith("oc wait mcp worker ")), page);
            assertFalse(commands.stream().anyMatch(line -> line.startsWith("oc wait mcp storage ")
                    || line.startsWith("oc patch mcp storage ")), page);
        }
    }

    @Test
    void anUpgradePausesComputePoolsOnly() throws IOException {
        String page = pages(TUNNELS).get("upgrade.md");

        assertEquals(List.of("storage", "worker"), commands(page).stream().filter(line -> line.contains("\"paused\":true"))
                .map(line -> line.split(" ")[3]).toList());
        assertFalse(page.contains("oc patch mcp master"), page);
    }

    /** A pool says Updated until the operator has noticed the change, so its update is awaited first. */
    @Test
    void anUpdateIsAwaitedBeforeItsEnd() throws IOException {
        Map<String, String> pages = pages(TUNNELS);

        for (String page : List.of("rotate.md", "remove.md", "disable.md")) {
            List<String> commands = commands(pages.get(page));
            int begun = commands.indexOf("oc wait mcp storage --for=condition=Updating --timeout=10m");
            int done = commands.indexOf("oc wait mcp storage --for=condition=Updated --timeout=4h");
            assertTrue(0 <= begun && begun < done, page + commands);
        }
    }

    @Test
    void theEndOfIpsecBeginsWhenTheNetworkOperatorTakesItsConfigsBack() throws IOException {
        List<String> commands = commands(pages(TUNNELS).get("disable.md"));

        int taken = commands.indexOf("oc wait mc 80-ipsec-worker-extensions --for=delete --timeout=1h");
        assertTrue(0 <= taken && taken < commands.indexOf("oc wait mcp worker --for=condition=Updating --timeout=10m"),
                commands.toString());
    }

    @Test
    void theWarningOfClearTextStandsWhereTunnelsAre() throws IOException {
        Map<String, String> pages = pages(TUNNELS);

        for (String page : List.of("enable.md", "rotate.md", "upgrade.md")) {
            assertTrue(pages.get(page).contains("**Fail-open.**"), page);
        }
    }

    @Test
    void whatWasMadeAbsentIsDeletedByItsName() throws IOException {
        assertTrue(commands(pages(TUNNELS).get("remove.md"))
                .containsAll(List.of("oc delete nncp ipsec-worker-0-old", "oc delete nncp ipsec-worker-1-old")));
    }

    @Test
    void aReleaseWithoutModesHasNoOwnersOfFull() throws IOException {
        assertFalse(pages(HEAD + """
                cluster: {openshift: "4.14.30", platform: AWS}
                mode: Full
                """).get("disable.md").contains("owns `full`"));
    }

    @Test
    void everyCommandIsOneForBash() throws IOException {
        RealTool bash = RealTool.of("bash", "install bash").assumePresent();
        for (Map.Entry<String, String> page : pages(TUNNELS).entrySet()) {
            Path script = Files.writeString(folder.resolve("commands.sh"), String.join("\n", commands(page.getValue())));

            assertEquals("", bash.run("-n", script.toString()).err(), page.getKey());
        }
    }

    private Map<String, String> pages(String spec) throws IOException {
        Path repository = folder.resolve("repository");
        Files.createDirectories(repository);
        var generated = ConfigRepository.with(repository, spec).fleet().generate();
        assertFalse(generated.compiled().diagnostics().hasErrors(), generated.compiled().diagnostics().all().toString());
        Map<String, String> pages = new TreeMap<>();
        try (var files = Files.list(repository.resolve("manifests/clusters/east/runbook"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }

    private static List<String> commands(String page) {
        return List.of(page.split("   ```\n")).stream().filter(block -> block.startsWith("   "))
                .flatMap(String::lines).map(String::strip).collect(Collectors.toList());
    }
}
