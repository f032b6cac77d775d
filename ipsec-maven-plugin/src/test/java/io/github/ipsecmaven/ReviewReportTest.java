package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Review reports, byte for byte: {@code src/test/resources/review/<name>/} holds the specs that were merged and those
 * that are to be. {@code -Dgolden.update=true} writes the reports anew.
 */
class ReviewReportTest {

    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        return Golden.cases("review");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSameInBothForms(Path golden) throws Exception {
        PlanReports reports = ReviewCase.of(golden, folder);
        reports.writeMarkdown(Path.of("out/review.md"));
        reports.writeHtml(Path.of("out/review.html"));
        String markdown = Files.readString(folder.resolve("out/review.md"));
        String page = Files.readString(folder.resolve("out/review.html"));
        assertEquals(Golden.text(golden.resolve("expected.md"), markdown), markdown);
        // The style sheet has a file of its own.
        String body = page.substring(page.indexOf("<body>"));
        assertEquals(Golden.text(golden.resolve("expected.html"), body), body);
    }
}
