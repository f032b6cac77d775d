package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.Repository;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.report.Report;
import io.github.ipsecmaven.diagnostic.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The report files that a run was asked for. */
public final class Reports {

    private final Map<ReportFormat, Path> files = new EnumMap<>(ReportFormat.class);

    /** Asks for a report; a file that is null asks for none. A relative path starts at the working folder. */
    public Reports add(ReportFormat format, Path file) {
        if (file != null) {
            files.put(format, file);
        }
        return this;
    }

    /** Writes every report that was asked for. */
    public void write(Run run, List<Path> specs, Diagnostics diagnostics, FailOn failOn) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Path root = Repository.of(run.workingFolder().resolve("ipsec.yaml"), run.workingFolder());
        Report report = new Report(root, specs, diagnostics, FindingCatalogue.ALL, failOn);
        for (Map.Entry<ReportFormat, Path> file : files.entrySet()) {
            file.getKey().write(report, run.workingFolder().resolve(file.getValue()));
        }
    }
}
