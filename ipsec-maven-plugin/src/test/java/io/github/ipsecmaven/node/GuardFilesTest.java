package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.MachineConfigView;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real nft and the real systemd take what guards nodes. What it does to packets is the business of .ci/guard-tier. */
class GuardFilesTest {

    @TempDir
    private Path folder;

    /** Every guard of the golden trees. */
    static Stream<Path> guards() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            return files.filter(file -> file.toString().endsWith("-ipsec-guard.yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void nftLoadsIt(Path machineConfig) throws IOException {
        Path rules = Files.writeString(folder.resolve("ipsec-guard.nft"), rules(machineConfig));
        RealTool unshare = privateNetwork();

        assertEquals("", unshare.run("-rn", "nft", "-c", "-f", rules.toString()).err());
    }

    @ParameterizedTest
    @MethodSource("guards")
    void verifyFindsEachNetworkInTheKernelAfterTwoLoads(Path machineConfig) throws IOException {
        Path rules = Files.writeString(folder.resolve("ipsec-guard.nft"), rules(machineConfig));
        StringBuilder script = new StringBuilder("set -e; nft -f $0; nft -f $0;");
        networks(machineConfig).forEach(network ->
                script.append(" nft get element inet ipsec_guard remote4 '{ ").append(network).append(" }' >/dev/null;"));
        RealTool unshare = privateNetwork();

        RealTool.Result result = unshare.run("-rn", "sh", "-c", script + " nft list tables", rules.toString());

        assertEquals("", result.err());
        assertEquals(networks(machineConfig).isEmpty() ? "" : "table inet ipsec_guard\n", result.out());
    }

    @Test
    void systemdHasNothingToSayAboutTheUnit() throws IOException {
        Tools.assumeInstalled("systemd-analyze", "systemd");
        Path unit = Files.writeString(folder.resolve("ipsec-guard.service"), unit().replace("/usr/sbin/nft", "/bin/true"));

        assertEquals("", Tools.run("systemd-analyze", "verify", unit.toString()).output());
    }

    @Test
    void theUnitIsThereBeforeTheNetworkAndLeavesNoGapWhenItRestarts() throws IOException {
        String unit = unit();

        assertTrue(unit.contains("\nBefore=network-pre.target NetworkManager.service ipsec.service kubelet.service\n"), unit);
        assertTrue(unit.contains("\nWants=network-pre.target\n"), unit);
        assertTrue(!unit.contains("ExecStop"), unit);
    }

    private static RealTool privateNetwork() {
        RealTool.of("nft", "install nftables").assumePresent();
        RealTool unshare = RealTool.of("unshare", "install util-linux").assumePresent();
        Assumptions.assumeTrue(unshare.run("-rn", "true").exit() == 0,
                "the kernel allows no private networks here: run as root, or allow unprivileged user namespaces");
        return unshare;
    }

    private static String rules(Path machineConfig) {
        byte[] rules = view(machineConfig).files().get("/etc/ipsec-guard.nft").contents().bytes();
        return new String(rules, StandardCharsets.UTF_8);
    }

    private static MachineConfigView view(Path machineConfig) {
        return ButaneSource.view(Yaml.read(machineConfig));
    }

    private static String unit() throws IOException {
        return view(guards().findFirst().orElseThrow()).units().get("ipsec-guard.service").contents().orElseThrow();
    }

    private static List<String> networks(Path machineConfig) {
        return Pattern.compile("elements = \\{ (.*) }").matcher(rules(machineConfig)).results()
                .flatMap(found -> Stream.of(found.group(1).split(", "))).toList();
    }
}
