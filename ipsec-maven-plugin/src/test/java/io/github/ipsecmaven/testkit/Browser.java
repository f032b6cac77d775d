package io.github.ipsecmaven.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** A real browser without a window. */
public final class Browser {

    private final RealTool chromium = RealTool.of("chromium", "install chromium");
    private final Path folder;

    /** A browser that keeps its files in a folder, which is empty. */
    public Browser(Path folder) {
        this.folder = folder;
    }

    /**
     * What came of opening a page.
     *
     * @param dom the document after it was loaded, as HTML
     * @param console what scripts said, and what the browser had to complain of
     * @param requests the addresses that the page asked for, beside its own
     */
    public record Opened(String dom, List<String> console, List<String> requests) {}

    /** Skips the calling test where there is no browser. */
    public Browser assumePresent() {
        chromium.assumePresent();
        return this;
    }

    /** Opens a file. */
    public Opened open(Path page) throws IOException {
        Path log = folder.resolve("net-log.json");
        RealTool.Result result = chromium.run(folder, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--enable-logging=stderr", "--user-data-dir=" + folder.resolve("profile"), "--log-net-log=" + log,
                "--dump-dom", page.toUri().toString());
        return new Opened(result.outOfSuccess(),
                result.err().lines().filter(line -> line.contains(":CONSOLE:")).toList(),
                requests(log));
    }

    /** What the browser asks for by itself has no origin. */
    private static List<String> requests(Path log) throws IOException {
        TreeSet<String> urls = new TreeSet<>();
        for (JsonNode event : new ObjectMapper().readTree(log.toFile()).get("events")) {
            JsonNode parameters = event.path("params");
            if (parameters.has("initiator") && !parameters.get("initiator").textValue().equals("not an origin")) {
                urls.add(parameters.path("url").textValue());
            }
        }
        return List.copyOf(urls);
    }
}
