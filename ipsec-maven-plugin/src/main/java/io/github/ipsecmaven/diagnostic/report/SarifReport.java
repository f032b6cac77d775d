package io.github.ipsecmaven.diagnostic.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Suppression;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The findings for code scanning.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What consumers replace by the folder that holds the repository. */
    private static final String ROOT = "%SRCROOT%";

    /** The number is raised whenever the fingerprint is computed in another way. */
    private static final String FINGERPRINT = "ipsecFinding/v1";

    private final Report report;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Fingerprints fingerprints = new Fingerprints();

    private SarifReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return JsonText.of(new SarifReport(report).log());
    }

    private ObjectNode log() {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "ipsec-maven-plugin");
        ArrayNode rules = driver.putArray("rules");
        for (FindingInfo info : report.catalogue()) {
            indexes.put(info.id(), rules.size());
            describe(rules.addObject(), info);
        }
        run.putObject("originalUriBaseIds").putObject(ROOT).putObject("description")
                .put("text", "The root of the repository.");
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        report.diagnostics().all().forEach(finding -> describe(results.addObject(), finding));
        report.diagnostics().suppressions().forEach(suppression -> describe(results.addObject(), suppression));
        return log;
    }

    private static void describe(ObjectNode rule, FindingInfo info) {
        rule.put("id", info.id());
        rule.putObject("shortDescription").put("text", info.title());
        rule.putObject("fullDescription").put("text", Help.summary(info));
        rule.putObject("help").put("text", Help.text(info)).put("markdown", Help.markdown(info));
        rule.putObject("defaultConfiguration").put("level", info.severity().label());
    }

    private void describe(ObjectNode result, Suppression suppression) {
        describe(result, suppression.diagnostic());
        ObjectNode accepted = result.putArray("suppressions").addObject();
        accepted.put("kind", "inSource").put("status", "accepted").put("justification", suppression.reason());
        locate(accepted.putObject("location"), suppression.by());
    }

    private void describe(ObjectNode result, Diagnostic finding) {
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", indexes.get(finding.rule()));
        result.put("level", finding.severity().label());
        result.putObject("message").put("text", Help.message(finding));
        locate(result.putArray("locations").addObject(), finding.position());
        result.putObject("partialFingerprints").put(FINGERPRINT,
                fingerprints.next(finding, report.pathOf(finding.position().source())));
    }

    private void locate(ObjectNode location, Position position) {
        ObjectNode physical = location.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation");
        Path file = position.source().file();
        if (file.startsWith(report.root())) {
            artifact.put("uri", relativeUri(report.pathOf(file))).put("uriBaseId", ROOT);
        } else {
            artifact.put("uri", file.toUri().toString());
        }
        String line = position.source().line(position.line());
        physical.putObject("region")
                .put("startLine", position.line())
                .put("startColumn", utf16(line, position.column()))
                .put("endColumn", utf16(line, position.column() + position.length()));
    }

    /** A column counted in code points as one counted in UTF-16 units. */
    private static int utf16(String line, int column) {
        int codePoints = Math.min(column - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, codePoints) + column - codePoints;
    }

    private static String relativeUri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no relative path: " + path, e);
        }
    }
}
