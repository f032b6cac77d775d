package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.PlannedCluster;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.fleet.Fleet.Planned;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.review.document.Document;
import io.github.ipsecmaven.review.document.HtmlPage;
import io.github.ipsecmaven.review.document.Markdown;
import io.github.ipsecmaven.review.plan.PlanJson;
import io.github.ipsecmaven.review.plan.PlanText;
import io.github.ipsecmaven.review.report.ReviewReport;
import io.github.ipsecmaven.review.report.ReviewedCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a plan. */
public final class PlanReports {

    private final Run run;
    private final Planned planned;
    private Optional<Document> review = Optional.empty();

    public PlanReports(Run run, Planned planned) {
        this.run = run;
        this.planned = planned;
    }

    /** For a terminal: each cluster's verdict is the first of its lines. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Plan plan : planned.plans()) {
            lines.addAll(PlanText.of(plan, planned.against()));
        }
        planned.notes().forEach(note -> lines.add("note: " + note));
        if (errors() > 0) {
            lines.add("there is no plan for what has errors: see above");
        }
        return lines;
    }

    /** Writes the review report as a comment for a pull request. A relative path starts at the working folder. */
    public void writeMarkdown(Path file) throws IOException {
        write(file, Markdown.of(review()));
    }

    /** Writes the review report as a page that needs nothing else. A relative path starts at the working folder. */
    public void writeHtml(Path file) throws IOException {
        write(file, HtmlPage.of(review()));
    }

    /** Writes what scripts read. A relative path starts at the working folder. */
    public void writeJson(Path file) throws IOException {
        write(file, PlanJson.of(planned.plans(), planned.against(), planned.notes(), errors()));
    }

    private Document review() {
        if (review.isEmpty()) {
            List<ReviewedCluster> clusters = planned.clusters().stream().map(PlanReports::reviewed).toList();
            review = Optional.of(ReviewReport.of(
                    planned.against(), planned.notes(), clusters, planned.compiled().diagnostics(), run.now()));
        }
        return review.get();
    }

    private static ReviewedCluster reviewed(PlannedCluster planned) {
        Facts facts = planned.cluster().facts();
        return new ReviewedCluster(
                facts.spec(), facts.credentials(), planned.before(), planned.after(), planned.plan());
    }

    private int errors() {
        return (int) planned.compiled().diagnostics().count(Severity.ERROR);
    }

    private void write(Path file, String text) throws IOException {
        Path absolute = run.workingFolder().resolve(file);
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        Files.writeString(absolute, text, StandardCharsets.UTF_8);
    }
}
