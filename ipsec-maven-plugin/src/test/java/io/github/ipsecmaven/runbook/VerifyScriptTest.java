package io.github.ipsecmaven.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code verify.sh} against a recorded cluster: what is right passes, and each wrong answer fails in its own line. */
class VerifyScriptTest {

    @TempDir
    private static Path repository;

    private static Path script;

    @TempDir
    private Path folder;

    @BeforeAll
    static void generate() throws IOException {
        script = generate(repository, Files.readString(Path.of("src/test/resources/verify/ipsec.yaml")));
    }

    private static Path generate(Path folder, String spec) throws IOException {
        var generated = ConfigRepository.with(folder, spec).fleet().generate();
        assertFalse(generated.compiled().diagnostics().hasErrors(), generated.compiled().diagnostics().all().toString());
        return folder.resolve("manifests/clusters/prod-east/runbook/verify.sh");
    }

    @Test
    void everythingRightPasses() throws IOException {
        RealTool.Result result = new RecordedCluster(folder).run(script);

        assertEquals("", result.err());
        assertEquals(0, result.exit(), result.out());
        List<String> lines = result.out().lines().toList();
        assertEquals("cluster prod-east", lines.get(0));
        assertEquals("nothing failed", lines.get(lines.size() - 1));
        lines.subList(1, lines.size() - 1).forEach(line -> assertTrue(line.startsWith("pass  "), line));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            mode | oc get networks.operator.openshift.io cluster -o jsonpath={.spec.defaultNetwork.ovnKubernetesConfig.ipsecConfig.mode} | Full | External | Network/cluster: the mode is Full: is 'External', not 'Full'
            encapsulation | oc get networks.operator.openshift.io cluster -o jsonpath={.spec.defaultNetwork.ovnKubernetesConfig.ipsecConfig.full | Always | Auto | Network/cluster: the encapsulation is Always: is 'Auto', not 'Always'
            routing | oc get networks.operator.openshift.io cluster -o jsonpath={.spec.defaultNetwork.ovnKubernetesConfig.gateway | true | false | Network/cluster: routingViaHost is true: is 'false', not 'true'
            MTU | oc get networks.config.openshift.io | 1354 | 1400 | the cluster network's MTU is 1354: is '1400', not '1354'
            network operator | oc get clusteroperators.config.openshift.io network | False | True | ClusterOperator network: available, not degraded: is 'True True', not 'True False'
            machine-config operator | oc get clusteroperators.config.openshift.io machine-config | False | True | ClusterOperator machine-config: available, not degraded: is 'True True', not 'True False'
            a container that is not ready | oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node --no-headers | 8/8     Running | 7/8     Running | pod ovnkube-node-5xqbf: is '7/8 Running', not all containers running
            a pod that does not run | oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node --no-headers | 8/8     Running | 8/8     Terminating | pod ovnkube-node-5xqbf: is '8/8 Terminating', not all containers running
            a node without pod | oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node -o | worker-1 | worker-7 | node worker-1: has no ovnkube-node pod
            pod-to-pod | oc -n openshift-ovn-kubernetes rsh ovnkube-node-5xqbf | true | false | pod ovnkube-node-5xqbf: pod-to-pod traffic is encrypted: is 'false', not 'true'
            a pool that updates | oc get mcp -o | worker True False False | worker False True False | pool worker: UPDATED=true, UPDATING=false, DEGRADED=false: is 'False True False', not 'True False False'
            a degraded pool | oc get mcp -o | master True False False | master False False True | pool master: UPDATED=true, UPDATING=false, DEGRADED=false: is 'False False True', not 'True False False'
            a paused pool | oc get mcp -o | worker True False False false | worker True False False true | pool worker: not paused: is 'true', not 'false'
            another Ignition | oc get mc 80-ipsec-worker-extensions | 3.2.0 | 3.4.0 | machine config 80-ipsec-worker-extensions: exists, with Ignition 3.2.0: is '3.4.0', not '3.2.0'
            an extension that is wanted only | oc get mcp master -o yaml | name: 80-ipsec-master-extensions | name: 80-other | pool master: 80-ipsec-master-extensions is rolled out: is '1', not '2'
            certificates that are wanted only | oc get mcp worker -o yaml | name: 99-worker-ipsec-certs | name: 99-other | pool worker: 99-worker-ipsec-certs is rolled out: is '1', not '2'
            operator that fails | oc get clusterserviceversions | Succeeded | Failed | the NMState operator is installed: is 'Failed', not 'Succeeded'
            another operator | oc get clusterserviceversions | kubernetes-nmstate-operator | other-operator | the NMState operator is installed: is '', not 'Succeeded'
            an OperatorGroup of the console | oc get operatorgroups | openshift-nmstate | openshift-nmstate openshift-nmstate-x7k2p | the NMState operator: the one OperatorGroup is openshift-nmstate: is 'openshift-nmstate openshift-nmstate-x7k2p', not 'openshift-nmstate'
            a policy that was rolled back | oc get nnce worker-0.ipsec-worker-0-nas | True 2 | False 2 | ipsec-worker-0-nas: applied on node worker-0: is 'False 2', not 'True 2'
            an enactment of before | oc get nnce worker-0.ipsec-worker-0-nas | True 2 | True 1 | ipsec-worker-0-nas: applied on node worker-0: is 'True 1', not 'True 2'
            offload policy that was rolled back | oc get nnce worker-0.esp-offload-worker-0 | True | False | esp-offload-worker-0: applied on node worker-0: is 'False 1', not 'True 1'
            """)
    void aWrongAnswerOfTheClusterFails(String what, String command, String part, String wrong, String line)
            throws IOException {
        fails(new RecordedCluster(folder).answers("cluster", command, part, wrong), line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            pluto | systemctl is-active ipsec.service | active | inactive | node worker-0: ipsec.service runs: is 'inactive', not 'active'
            import | systemctl is-active ipsec-import.service | active | failed | node worker-0: ipsec-import.service has succeeded: is 'failed', not 'active'
            guard | systemctl is-active ipsec-guard.service | active | failed | node worker-0: ipsec-guard.service has succeeded: is 'failed', not 'active'
            hold | journalctl | unchanged | NOT IN USE: what changed waits for a restart, which /etc/ipsec-import.hold puts off | node worker-0: what was imported is in use: is 'NOT IN USE: what changed waits for a restart, which /etc/ipsec-import.hold puts off: 1 anchors, 1 bundles', not ''
            another certificate | certutil -L -d sql:/var/lib/ipsec/nss -n worker-0 | 0A:02 | 0B:02 | node worker-0: certificate worker-0 is the one of this tree: is '0b02f23eb54cc5f8c54ac43384358d8331126852e7ce0c7b061034014e40dc05', not '0a02f23eb54cc5f8c54ac43384358d8331126852e7ce0c7b061034014e40dc05'
            another anchor | certutil -L -d sql:/var/lib/ipsec/nss -n CA | 3A:0E | 3B:0E | node worker-0: certificate CA is the one of this tree: is '3b0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4', not '3a0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4'
            segmentation offload | ethtool -k ens5 | tx-esp-segmentation: off | tx-esp-segmentation: on | node worker-0: ESP offload of ens5 is off: is 'tx-esp-segmentation', not 'off'
            hardware offload | ethtool -k ens5 | esp-hw-offload: off | esp-hw-offload: on | node worker-0: ESP offload of ens5 is off: is 'esp-hw-offload', not 'off'
            another tunnel | ipsec trafficstatus | 3b4fae50 | 4b4fae50 | ipsec-worker-0-nas: the tunnel of node worker-0 is not up: what it should protect is dropped
            """)
    void aWrongAnswerOfANodeFails(String what, String command, String part, String wrong, String line)
            throws IOException {
        fails(new RecordedCluster(folder).answers("worker-0", command, part, wrong), line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a machine's name | getent hosts master-1 | node worker-0: resolves machine master-1: is '', not 'yes'
            the remote's name | getent hosts nas.example.com | node worker-0: resolves nas.example.com: is '', not 'yes'
            no key | certutil -K -d sql:/var/lib/ipsec/nss -n worker-0 | node worker-0: certificate worker-0 has its key: is '', not 'yes'
            no certificate | certutil -L -d sql:/var/lib/ipsec/nss -n worker-0 | node worker-0: certificate worker-0 is the one of this tree: is '', not '0a02f23eb54cc5f8c54ac43384358d8331126852e7ce0c7b061034014e40dc05'
            no connection | nmcli -g connection.uuid connection show id nas | ipsec-worker-0-nas: the tunnel of node worker-0 is not up: what it should protect is dropped
            no network in the guard | nft get element inet ipsec_guard remote4 { 10.1.2.3 } | node worker-0: clear text to 10.1.2.3 is dropped: is '', not 'closed'
            no pluto | ipsec trafficstatus | ipsec-worker-0-nas: the tunnel of node worker-0 is not up: what it should protect is dropped
            """)
    void whatIsMissingOnANodeFails(String what, String command, String line) throws IOException {
        fails(new RecordedCluster(folder).answers("worker-0", command, "(exit 1)"), line);
    }

    @Test
    void twoCertificatesUnderOneNicknameFail() throws IOException {
        var cluster = new RecordedCluster(folder)
                .answers("worker-0", "certutil -L -d sql:/var/lib/ipsec/nss -n CA", "    Fingerprint", "    Fingerprint (SHA-256):\n AA:BB\n    Fingerprint");

        fails(cluster, "node worker-0: certificate CA is the one of this tree: is "
                + "'aabb 3a0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4', not "
                + "'3a0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4'");
    }

    @Test
    void withoutAGuardATunnelThatIsNotUpMeansClearText(@TempDir Path other) throws IOException {
        String open = Files.readString(Path.of("src/test/resources/verify/ipsec.yaml")).replace("failClosed: true", "failClosed: false");
        var cluster = new RecordedCluster(folder).answers("worker-0", "ipsec trafficstatus", "(exit 1)");

        RealTool.Result result = cluster.run(generate(other, open));

        assertEquals(List.of("FAIL  ipsec-worker-0-nas: the tunnel of node worker-0 is not up: what it should protect leaves in "
                + "clear text"), failures(result));
    }

    @Test
    void whatAPausedPoolDoesNotGetIsNoFailure(@TempDir Path other) throws IOException {
        String paused = Files.readString(Path.of("src/test/resources/verify/ipsec.yaml")) + "pools: {worker: {paused: true}}\n";
        Path script = generate(other, paused);
        var cluster = new RecordedCluster(folder)
                .answers("cluster", "oc get mcp -o", "worker True False False false", "worker False False False true")
                .answers("cluster", "oc get mcp worker -o yaml", "name: 99-worker-ipsec-certs", "name: 99-other")
                .answers("worker-0", "certutil -L -d sql:/var/lib/ipsec/nss -n worker-0", "0A:02", "0B:02");

        RealTool.Result result = cluster.run(script);

        assertEquals(List.of(), failures(result));
        assertTrue(result.out().contains("n/a   pool worker: it is paused, so "), result.out());
        cluster.answers("cluster", "oc get mcp -o", "worker False False False true", "worker True False False false");
        assertEquals(List.of("FAIL  pool worker: paused, as the spec says: is 'false', not 'true'"),
                failures(cluster.run(script)));
    }

    @Test
    void aGuardThatShouldBeGoneFails(@TempDir Path other) throws IOException {
        String absent = Files.readString(Path.of("src/test/resources/verify/ipsec.yaml")).replace("failClosed: true",
                "failClosed: false") + "pools: {worker: {guard: {state: absent}}}\n";

        RealTool.Result result = new RecordedCluster(folder).run(generate(other, absent));

        assertEquals(List.of("FAIL  node worker-0: the guard against clear text is gone: is 'loaded', not ''"),
                failures(result));
    }

    @Test
    void aTunnelThatShouldBeGoneFails() throws IOException {
        var cluster = new RecordedCluster(folder)
                .answers("worker-0", "nmcli -g connection.uuid connection show id old-site", "9c7c-11");

        fails(cluster, "ipsec-worker-0-old-site: interface old-site is gone from node worker-0: is '9c7c-11', not ''");
    }

    @Test
    void aMachineConfigThatIsNotThereFails() throws IOException {
        var cluster = new RecordedCluster(folder).answers("cluster", "oc get mc 99-worker-ipsec-import", "(exit 1)");

        fails(cluster, "machine config 99-worker-ipsec-import: exists, with Ignition 3.2.0: oc failed");
    }

    @Test
    void libreswanByMachineConfigsOfTheClustersOwnPasses(@TempDir Path other) throws IOException {
        RealTool.Result result = withOwnConfigs(folder, "true").run(ownConfigs(other));

        assertEquals(List.of(), failures(result));
        assertEquals(0, result.exit(), result.out());
        assertTrue(result.out().contains("pass  pool worker: 81-own-worker is rolled out\n"), result.out());
    }

    @Test
    void anOwnMachineConfigThatTheNetworkOperatorOverlooksFails(@TempDir Path other) throws IOException {
        RealTool.Result result = withOwnConfigs(folder, "").run(ownConfigs(other));

        assertEquals(List.of(
                "FAIL  machine config 81-own-master: exists, and says user-ipsec-machine-config: is '', not 'true'",
                "FAIL  machine config 81-own-worker: exists, and says user-ipsec-machine-config: is '', not 'true'"),
                failures(result));
    }

    private static Path ownConfigs(Path folder) throws IOException {
        return generate(folder, Files.readString(Path.of("src/test/resources/verify/ipsec.yaml")).replace(
                "cluster:\n", "cluster:\n  ipsecMachineConfigs: {master: 81-own-master, worker: 81-own-worker}\n"));
    }

    private static RecordedCluster withOwnConfigs(Path folder, String annotation) throws IOException {
        return new RecordedCluster(folder)
                .where("cluster", "80-ipsec-(master|worker)-extensions", "81-own-$1")
                .where("cluster", "(mc 81-own-\\w+ -o jsonpath=).*\n.*\n",
                        "$1{.metadata.annotations.user-ipsec-machine-config}\n" + annotation + "\n");
    }

    @Test
    void aPolicyThatIsNotThereFails() throws IOException {
        var cluster = new RecordedCluster(folder).answers("cluster", "oc get nncp ipsec-worker-0-nas", "(exit 1)");

        fails(cluster, "ipsec-worker-0-nas: applied on node worker-0: oc failed");
    }

    @Test
    void aLabelThatNoNodeHasFails() throws IOException {
        var result = new RecordedCluster(folder)
                .answers("cluster", "oc get nodes -l kubernetes.io/hostname=worker-0", "").run(script);

        assertEquals(1, result.exit());
        assertEquals(List.of("FAIL  node worker-0: no node has this kubernetes.io/hostname label"), failures(result));
    }

    @Test
    void withoutOcNothingIsChecked() {
        RealTool.Result result = RecordedCluster.runWithoutOc(script, folder);

        assertEquals(2, result.exit());
        assertEquals("oc is not on the PATH\n", result.err());
        assertEquals("", result.out());
    }

    @Test
    void withoutLoginNothingIsChecked() throws IOException {
        RealTool.Result result = new RecordedCluster(folder).answers("cluster", "oc whoami", "(exit 1)").run(script);

        assertEquals(2, result.exit());
        assertEquals("", result.out());
    }

    @Test
    void whatTheClusterHasNoneOfIsNotApplicable(@TempDir Path other) throws IOException {
        Path disabled = generate(other, """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: prod-east}
                cluster: {openshift: "4.19.22", platform: BareMetal}
                mode: Disabled
                """);
        var cluster = new RecordedCluster(folder).answers("cluster",
                "oc get networks.operator.openshift.io cluster -o jsonpath={.spec.defaultNetwork.ovnKubernetesConfig.ipsecConfig.mode}",
                "Disabled");

        RealTool.Result result = cluster.run(disabled);

        assertEquals(0, result.exit(), result.out());
        List<String> reasons = new ArrayList<>(result.out().lines().filter(line -> line.startsWith("n/a   ")).toList());
        assertEquals(List.of(
                "n/a   Network/cluster: encapsulation is left to the platform",
                "n/a   Network/cluster: routingViaHost is left alone, there are no tunnels",
                "n/a   the cluster network's MTU: the spec does not say what it should be",
                "n/a   pod-to-pod encryption: the mode is Disabled",
                "n/a   machine configs: the mode is Disabled, and nothing is imported",
                "n/a   the NMState operator: nothing needs it",
                "n/a   names, certificates and tunnels: the spec names no node",
                "n/a   guards against clear text: no remote is failClosed",
                "n/a   ESP offload: the spec names no interface; those on OVS have it off"), reasons);
    }

    @Test
    void shellcheckFindsNothing() {
        RealTool.Result result = RealTool.of("shellcheck", "install shellcheck").assumePresent()
                .run("-o", "all", "-e", "SC2250,SC2312,SC2310,SC2249", script.toString());

        assertEquals("", result.out());
        assertEquals(0, result.exit());
    }

    private static void fails(RecordedCluster cluster, String line) throws IOException {
        RealTool.Result result = cluster.run(script);
        assertEquals(List.of("FAIL  " + line), failures(result));
        assertEquals(1, result.exit());
        assertTrue(result.out().endsWith("\n1 failed\n"), result.out());
    }

    private static List<String> failures(RealTool.Result result) {
        return result.out().lines().filter(line -> line.startsWith("FAIL")).toList();
    }
}
