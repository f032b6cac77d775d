package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lives of clusters: {@code src/test/resources/lifecycle/<life>/}. The specs are commits, in the order of their names
 * {@code <number>-<what>.yaml}. A spec {@code refused/<number>-<what>.yaml} is what somebody tries after the commit of
 * that number instead of the next. What {@link TransitionsTest} takes back and lets go is a life, too.
 */
public final class LifeCycle {

    /**
     * A commit that has been rendered.
     *
     * @param spec its file
     * @param findings what the build said to it
     * @param tree all files, and by path
     */
    public record Commit(Path spec, List<Diagnostic> findings, Map<String, String> tree) {

        String number() {
            return name().split("-")[0];
        }

        /** Without {@code .yaml}. */
        String name() {
            return spec.getFileName().toString().replaceFirst("\\.yaml$", "");
        }

        /** The objects that an engine or a person applies, and what the engines are given. */
        Map<String, String> synced() {
            Map<String, String> synced = new TreeMap<>(tree);
            synced.keySet().removeIf(path -> !path.matches(
                    "clusters/[^/]+/(00-prepare|10-nodes|20-connections)/.*|(argocd|flux|acm)/.*")
                    || path.startsWith("argocd/fleet/"));
            return synced;
        }
    }

    /** A life: its commits, and what was refused on the way. */
    public record Life(List<Commit> commits, List<Refused> refused) {}

    /** A spec that skips a stage. */
    public record Refused(Path spec, String errors, boolean treeStays) {}

    private static final Map<Path, Life> LIVES = new ConcurrentHashMap<>();

    private final ConfigRepository repository;

    private LifeCycle(ConfigRepository repository) {
        this.repository = repository;
    }

    /** The folders of all lives. */
    public static Stream<Path> all() throws IOException {
        return Stream.concat(Golden.cases("lifecycle"), Golden.cases("transitions/gone"));
    }

    /** Lives a life, once for all tests: renders each commit on top of the one before, and tries what is refused. */
    public static Life of(Path folder) {
        return LIVES.computeIfAbsent(folder, LifeCycle::live);
    }

    private static Life live(Path folder) {
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "life");
            List<Path> specs = commits(folder);
            LifeCycle cluster = new LifeCycle(ConfigRepository.with(home, Files.readString(specs.get(0))));
            Life life = new Life(new ArrayList<>(), new ArrayList<>());
            for (Path spec : specs) {
                Commit commit = cluster.commit(spec);
                life.commits().add(commit);
                for (Path attempt : specs(folder.resolve("refused"), commit.number() + "-")) {
                    life.refused().add(cluster.attempt(attempt));
                }
            }
            return life;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> commits(Path folder) throws IOException {
        boolean transition = Files.exists(folder.resolve("mended.yaml"));
        return transition
                ? Stream.of("before", "mended", "after").map(commit -> folder.resolve(commit + ".yaml")).toList()
                : specs(folder, "");
    }

    private static List<Path> specs(Path folder, String prefix) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    private Commit commit(Path spec) throws IOException {
        Fleet.Generated generated = repository.spec(Files.readString(spec)).fleet().generate();
        List<Diagnostic> findings = generated.compiled().diagnostics().all();
        if (generated.changes().isEmpty()) {
            throw new AssertionError(spec + " is refused\n" + frames(findings));
        }
        return new Commit(spec, findings, repository.tree());
    }

    private Refused attempt(Path spec) throws IOException {
        Map<String, String> before = repository.tree();
        List<Diagnostic> errors = repository.spec(Files.readString(spec)).fleet().generate().compiled().diagnostics().all()
                .stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
        return new Refused(spec, frames(errors), before.equals(repository.tree()));
    }

    private static String frames(List<Diagnostic> findings) {
        return findings.stream().map(finding -> CodeFrame.of(finding) + "\n").collect(Collectors.joining("\n"));
    }
}
