package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.report.ReportFormat;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Path SARIF = Path.of("target/ipsec.sarif");

    @TempDir
    private Path root;

    @Test
    void filesAreNamedFromTheRootOfTheRepository() throws Exception {
        Files.createDirectory(root.resolve(".git"));
        JsonNode sarif = report(Files.createDirectory(root.resolve("net")), "kind: ClusterIPsec\nmode: full\n");
        assertEquals("net/ipsec.yaml",
                sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").textValue());
    }

    @Test
    void everyFindingOfABrokenSpecHasItsRuleInTheReport() throws Exception {
        JsonNode run = report(root, "kind: ClusterIPsec\nmode: full\nmore: 1\n").at("/runs/0");
        assertTrue(run.get("results").size() > 1);
        for (JsonNode result : run.get("results")) {
            JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
            assertEquals(result.get("ruleId"), rule.get("id"));
        }
    }

    @Test
    void onlyTheReportsThatWereAskedForAreWritten() throws Exception {
        report(root, "kind: ClusterIPsec\n");
        try (var files = Files.list(root.resolve("target"))) {
            assertEquals(List.of("ipsec.sarif"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void theThresholdDecidesWhatFails() throws Exception {
        Diagnostics diagnostics = ConfigRepository.with(root, """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: case}
                cluster: {openshift: "4.19.22", platform: BareMetal}
                mode: External
                """).fleet().validate().diagnostics();
        assertEquals("0 errors, 1 warning", diagnostics.summary());
        assertFalse(FailOn.find("error").orElseThrow().isMetBy(diagnostics));
        assertTrue(FailOn.find("warning").orElseThrow().isMetBy(diagnostics));
        assertFalse(FailOn.find("never").orElseThrow().isMetBy(diagnostics));
        assertTrue(FailOn.find("ERROR").isEmpty());
    }

    private static JsonNode report(Path folder, String spec) throws Exception {
        ConfigRepository repository = ConfigRepository.with(folder, spec);
        Run run = new Run(folder, repository.output(), Map.of(), LabKeys.NOW);
        Diagnostics diagnostics = repository.fleet().validate().diagnostics();
        new Reports().add(ReportFormat.SARIF, SARIF).add(ReportFormat.JSON, null)
                .write(run, List.of(folder.resolve("ipsec.yaml")), diagnostics, FailOn.ERROR);
        return new ObjectMapper().readTree(folder.resolve(SARIF).toFile());
    }
}
