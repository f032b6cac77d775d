package io.github.ipsecmaven.diagnostic.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.Suppression;
import java.nio.file.Path;
import java.util.List;

/** The findings for scripts. Keys may be added; those that are there keep their meaning while {@code version} stays. */
final class JsonReport {

    private static final int VERSION = 1;

    private JsonReport() {}

    static String of(Report report) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("version", VERSION);
        ArrayNode specs = document.putArray("specs");
        report.specs().forEach(spec -> specs.add(report.pathOf(spec)));
        ObjectNode summary = document.putObject("summary");
        for (Severity severity : Severity.values()) {
            summary.put(severity.label() + "s", report.diagnostics().count(severity));
        }
        summary.put("accepted", report.diagnostics().suppressions().size());
        summary.put("failed", report.failOn().isMetBy(report.diagnostics()));
        ArrayNode findings = document.putArray("findings");
        report.diagnostics().all().forEach(finding -> describe(findings.addObject(), finding, report));
        ArrayNode accepted = document.putArray("accepted");
        for (Suppression suppression : report.diagnostics().suppressions()) {
            ObjectNode finding = accepted.addObject();
            describe(finding, suppression.diagnostic(), report);
            finding.put("reason", suppression.reason());
        }
        return JsonText.of(document);
    }

    private static void describe(ObjectNode node, Diagnostic finding, Report report) {
        Position position = finding.position();
        node.put("rule", finding.rule())
                .put("severity", finding.severity().label())
                .put("file", report.pathOf(position.source()))
                .put("line", position.line())
                .put("column", position.column())
                .put("message", finding.message())
                .put("why", finding.why())
                .put("mend", finding.mend());
        List<Path> specs = report.diagnostics().specsWith(finding);
        if (!specs.isEmpty()) {
            ArrayNode having = node.putArray("specs");
            specs.forEach(spec -> having.add(report.pathOf(spec)));
        }
    }
}
