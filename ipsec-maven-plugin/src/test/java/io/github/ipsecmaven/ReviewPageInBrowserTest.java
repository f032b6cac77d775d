package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review page in a real browser. */
class ReviewPageInBrowserTest {

    @TempDir
    private Path folder;

    private Path page;
    private Browser browser;

    @BeforeEach
    void writeThePage() throws Exception {
        browser = new Browser(Files.createDirectory(folder.resolve("browser"))).assumePresent();
        PlanReports reports =
                ReviewCase.of(Path.of("src/test/resources/review/renewed-and-widened"), folder.resolve("case"));
        page = folder.resolve("review.html");
        reports.writeHtml(page);
    }

    @Test
    void isReadAsItWasWrittenAndAsksForNothing() throws Exception {
        Browser.Opened opened = browser.open(page);
        assertEquals(List.of(), opened.console());
        assertEquals(List.of(), opened.requests());
        assertEquals(body(Files.readString(page)), body(opened.dom()));
        for (String fact : List.of(
                "no node reboots or is drained", "40 nodes, 4 at a time, so 10 turns",
                "4 tunnels go down, pods' traffic goes in clear", "Any trusted certificate",
                "CN=Partner CA", "43933d5e830355aeecb8cb964f031aa0d6e6ddb5777e07271a240877bb0fbde6")) {
            assertTrue(opened.dom().contains(fact), fact);
        }
    }

    /** What the test above would see of a page that runs a script and asks for a picture. */
    @Test
    void thePolicyOfThePageStopsWhatABrowserWouldDo() throws Exception {
        String harmful = Files.readString(page).replace("<main>",
                "<main><img src=\"http://127.0.0.1:9/seen\"><script>console.error('heard')</script>");
        Browser.Opened stopped = browser.open(Files.writeString(folder.resolve("stopped.html"), harmful));
        assertEquals(List.of(), stopped.requests());
        assertEquals(2, stopped.console().stream().filter(line -> line.contains("Content Security Policy")).count());

        String open = harmful.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        Browser.Opened ran = browser.open(Files.writeString(folder.resolve("ran.html"), open));
        assertEquals(List.of("http://127.0.0.1:9/seen"), ran.requests());
        assertTrue(ran.console().stream().anyMatch(line -> line.contains("heard")), ran.console().toString());
    }

    /** A browser writes a quote as it is, and ends the body in its own way. */
    private static String body(String html) {
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>"));
        return body.replace("&#39;", "'").replace("&quot;", "\"").strip();
    }
}
