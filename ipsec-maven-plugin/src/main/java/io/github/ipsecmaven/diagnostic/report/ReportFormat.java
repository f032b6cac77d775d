package io.github.ipsecmaven.diagnostic.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a run leaves for other programs. */
public enum ReportFormat {
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit XML, for the test view of a CI server. */
    JUNIT,
    /** Our own, for scripts. */
    JSON;

    /** Writes a report; folders on the way to the file are made. */
    public void write(Report report, Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, textOf(report), StandardCharsets.UTF_8);
    }

    String textOf(Report report) {
        return switch (this) {
            case SARIF -> SarifReport.of(report);
            case JUNIT -> JunitReport.of(report);
            case JSON -> JsonReport.of(report);
        };
    }
}
