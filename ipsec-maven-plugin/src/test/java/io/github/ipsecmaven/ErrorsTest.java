package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.Golden;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a mistake looks like on the console: {@code src/test/resources/errors/<name>/}, with every finding in {@code
 * expected.txt}. {@code -Dgolden.update=true} writes them anew.
 */
class ErrorsTest {

    private static final String SOUND = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: east
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
            mode: External
            """;

    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        return Golden.cases("errors");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsTheseFramesAndLeavesTheTree(Path mistake) throws Exception {
        Path home = folder.resolve("repository");
        ConfigRepository.with(home, SOUND).fleet().generate();
        Files.delete(home.resolve("ipsec.yaml"));
        ConfigRepository repository = ConfigRepository.copyOf(mistake, home)
                .environment(Map.of("WRONG_PASSWORD", "sesame"));
        prepare(mistake.getFileName().toString(), home);
        Map<String, String> before = repository.tree();
        Fleet.Generated generated = repository.fleet().generate();
        List<Diagnostic> found = generated.compiled().diagnostics().all();
        assertEquals(Golden.text(mistake.resolve("expected.txt"), frames(found)), frames(found));
        assertEquals(before, repository.tree());
        assertFalse(generated.changes().isPresent());
    }

    /** What Git does not keep as it is needed. */
    private void prepare(String name, Path home) throws IOException {
        switch (name) {
            case "directory-instead-of-the-spec" -> Files.createDirectory(home.resolve("ipsec.yaml"));
            case "fifty-megabytes" -> {
                try (RandomAccessFile spec = new RandomAccessFile(home.resolve("ipsec.yaml").toFile(), "rw")) {
                    spec.setLength(50_000_000);
                }
            }
            case "link-out-of-the-repository" -> {
                LabKeys.copyTo(folder.resolve("elsewhere"));
                Files.createSymbolicLink(home.resolve("certs/linked.pem"), folder.resolve("elsewhere/ca.pem"));
            }
            case "file-outside-the-repository" -> LabKeys.copyTo(folder);
            default -> { }
        }
    }

    private static String frames(List<Diagnostic> found) {
        return found.stream().map(finding -> CodeFrame.of(finding) + "\n").collect(Collectors.joining("\n"));
    }
}
