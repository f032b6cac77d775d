package io.github.ipsecmaven.diagnostic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.diagnostic.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<FindingInfo> CATALOGUE = List.of(
            new FindingInfo("IPSEC-A001", "One thing holds", Severity.ERROR, false, "it breaks", ""),
            new FindingInfo("IPSEC-A002", "Another holds", Severity.WARNING, true, "it creaks", "mend it"),
            new FindingInfo("IPSEC-A003", "A third is known", Severity.NOTE, true, "", ""));

    @TempDir
    private Path root;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void sarifValidatesWithAndWithoutFindings() throws IOException {
        assertEquals(List.of(), schemaErrors(ReportFormat.SARIF.textOf(report(FailOn.ERROR))));
        diagnostics.add(error(at(2, 3)));
        accept(warning(at(1, 1)));
        assertEquals(List.of(), schemaErrors(ReportFormat.SARIF.textOf(report(FailOn.ERROR))));
    }

    @Test
    void sarifOfACleanRunHasAnEmptyListOfResults() throws IOException {
        JsonNode results = sarif().get("results");
        assertTrue(results.isArray() && results.isEmpty());
    }

    @Test
    void sarifNamesFilesBelowTheRootAndOthersAbsolutely() throws IOException {
        diagnostics.add(error(at(1, 1)));
        diagnostics.add(error(new SourceText(Path.of("/elsewhere/defaults.yaml"), "defaults.yaml", "a").start()));
        JsonNode results = sarif().get("results");
        JsonNode inside = artifact(results.get(0));
        assertEquals("clusters/a%20b/ipsec.yaml", inside.get("uri").textValue());
        assertEquals("%SRCROOT%", inside.get("uriBaseId").textValue());
        assertEquals("file:///elsewhere/defaults.yaml", artifact(results.get(1)).get("uri").textValue());
        assertFalse(artifact(results.get(1)).has("uriBaseId"));
    }

    @Test
    void sarifCountsColumnsInUtf16Units() throws IOException {
        String line = "name: \uD83D\uDD12 x";
        diagnostics.add(error(new Position(source(line), 1, 7, 3)));
        JsonNode region = sarif().get("results").get(0).at("/locations/0/physicalLocation/region");
        assertEquals(7, region.get("startColumn").intValue());
        assertEquals(11, region.get("endColumn").intValue());
        assertEquals("utf16CodeUnits", sarif().get("columnKind").textValue());
    }

    @Test
    void sarifFingerprintsStayWhenLinesMoveAndTellEqualFindingsApart() throws IOException {
        diagnostics.add(error(at(1, 1)));
        diagnostics.add(error(at(2, 1)));
        JsonNode before = sarif().get("results");
        assertNotEquals(fingerprint(before.get(0)), fingerprint(before.get(1)));
        Diagnostics moved = new Diagnostics();
        moved.add(error(at(3, 5)));
        JsonNode after = JSON.readTree(ReportFormat.SARIF.textOf(report(FailOn.ERROR, moved))).at("/runs/0/results");
        assertEquals(fingerprint(before.get(0)), fingerprint(after.get(0)));
    }

    @Test
    void sarifKeepsAcceptedFindingsWithTheirReason() throws IOException {
        accept(warning(at(2, 3)));
        JsonNode accepted = sarif().at("/results/0/suppressions/0");
        assertEquals("accepted", accepted.get("status").textValue());
        assertEquals("ordered, NET-412", accepted.get("justification").textValue());
    }

    @Test
    void sarifExplainsEveryKindOfFinding() throws IOException {
        JsonNode rules = sarif().at("/tool/driver/rules");
        assertEquals(3, rules.size());
        assertEquals("Another holds. It creaks.\nMend: Mend it.\nIt can be waived.",
                rules.get(1).at("/help/text").textValue());
    }

    @Test
    void junitIsReadByMavensOwnReport() {
        diagnostics.add(error(at(2, 3)));
        accept(warning(at(1, 1)));
        ReportTestSuite suite = junit(FailOn.ERROR).get(0);
        assertEquals(3, suite.getNumberOfTests());
        assertEquals(1, suite.getNumberOfFailures());
        assertEquals(1, suite.getNumberOfSkipped());
        assertEquals("IPSEC-A001", suite.getTestCases().get(0).getFailureType());
        assertTrue(suite.getTestCases().get(0).getFailureDetail().contains("--> clusters/a b/ipsec.yaml:2:3"));
    }

    @Test
    void junitFailsWhereTheRunFails() {
        diagnostics.add(warning(at(1, 1)));
        assertEquals(0, junit(FailOn.ERROR).get(0).getNumberOfFailures());
        assertEquals(1, junit(FailOn.WARNING).get(0).getNumberOfFailures());
        assertEquals(0, junit(FailOn.NEVER).get(0).getNumberOfFailures());
    }

    @Test
    void junitOfACleanRunHasATestForEachRule() {
        assertEquals(3, junit(FailOn.ERROR).get(0).getNumberOfTests());
    }

    @Test
    void junitHoldsNoCharacterThatXmlForbids() {
        Position hostile = new Position(source("a: \u001b[2J"), 1, 1, 1);
        diagnostics.add(new Diagnostic("IPSEC-A001", Severity.ERROR, hostile, "it is '\u001b\uFFFE'", "", ""));
        assertEquals(1, junit(FailOn.ERROR).get(0).getNumberOfFailures());
    }

    @Test
    void jsonSaysWhereAndHowMany() throws IOException {
        diagnostics.add(error(at(2, 3)));
        accept(warning(at(1, 1)));
        JsonNode document = JSON.readTree(ReportFormat.JSON.textOf(report(FailOn.ERROR)));
        assertEquals("{\"errors\":1,\"warnings\":0,\"notes\":0,\"accepted\":1,\"failed\":true}",
                document.get("summary").toString());
        assertEquals("clusters/a b/ipsec.yaml", document.at("/findings/0/file").textValue());
        assertEquals(2, document.at("/findings/0/line").intValue());
        assertEquals("ordered, NET-412", document.at("/accepted/0/reason").textValue());
    }

    @Test
    void folderOfAReportIsMade() throws IOException {
        Path file = root.resolve("target/reports/ipsec.sarif");
        ReportFormat.SARIF.write(report(FailOn.ERROR), file);
        assertTrue(Files.size(file) > 0);
    }

    private Path spec() {
        return root.resolve("clusters/a b/ipsec.yaml");
    }

    private SourceText source(String text) {
        return new SourceText(spec(), "clusters/a b/ipsec.yaml", text);
    }

    private Position at(int line, int column) {
        return new Position(source("one: 1\ntwo: 2\nthree: 3\n"), line, column, 1);
    }

    private static Diagnostic error(Position at) {
        return new Diagnostic("IPSEC-A001", Severity.ERROR, at, "it does not hold", "it breaks", "write another");
    }

    private static Diagnostic warning(Position at) {
        return new Diagnostic("IPSEC-A002", Severity.WARNING, at, "it creaks here", "", "oil it");
    }

    private void accept(Diagnostic finding) {
        diagnostics.suppress(new Suppression(finding, "ordered, NET-412", Optional.empty(), at(3, 1)));
    }

    private Report report(FailOn failOn) {
        return report(failOn, diagnostics);
    }

    private Report report(FailOn failOn, Diagnostics found) {
        return new Report(root, List.of(spec()), found, CATALOGUE, failOn);
    }

    private JsonNode sarif() throws IOException {
        return JSON.readTree(ReportFormat.SARIF.textOf(report(FailOn.ERROR))).at("/runs/0");
    }

    private static JsonNode artifact(JsonNode result) {
        return result.at("/locations/0/physicalLocation/artifactLocation");
    }

    private static String fingerprint(JsonNode result) {
        return result.at("/partialFingerprints/ipsecFinding~1v1").textValue();
    }

    private List<ReportTestSuite> junit(FailOn failOn) {
        try {
            Path file = root.resolve("TEST-ipsec.xml");
            ReportFormat.JUNIT.write(report(failOn), file);
            return new SurefireReportParser(List.of(root.toFile()), new NullConsoleLogger()).parseXMLReportFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> schemaErrors(String sarif) throws IOException {
        try (InputStream in = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
            return schema.validate(JSON.readTree(sarif)).stream().map(Error::toString).toList();
        }
    }
}
