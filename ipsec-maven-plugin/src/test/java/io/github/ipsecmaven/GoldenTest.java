package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.Golden;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Tree;
import io.github.ipsecmaven.tree.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configuration repositories and the trees that they compile to, byte for byte: {@code
 * src/test/resources/cases/<name>/}, the tree in {@code expected/}. The keys in it are the lab's. {@code
 * -Dgolden.update=true} writes the trees anew.
 */
class GoldenTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("LAB_PASSWORD", LabKeys.PASSWORD);

    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        return Golden.cases("cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compilesToTheTreeByteForByte(Path golden) throws Exception {
        ConfigRepository repository = repository(golden);
        generate(repository);
        Path expected = golden.resolve("expected");
        if (Golden.UPDATE) {
            Tree.replace(expected, repository.output());
        }
        Map<String, String> wanted = Tree.of(expected);
        Map<String, String> found = repository.tree();
        assertEquals(String.join("\n", wanted.keySet()), String.join("\n", found.keySet()));
        wanted.forEach((path, text) -> assertEquals(text, found.get(path), path));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSecondRunWritesNothing(Path golden) throws Exception {
        ConfigRepository repository = repository(golden);
        generate(repository);
        var times = Tree.times(repository.output());
        Changes changes = generate(repository);
        assertEquals(List.of(), changes.written());
        assertEquals(List.of(), changes.removed());
        assertEquals(times, Tree.times(repository.output()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neitherTheWorkingFolderNorTheOrderOfFilesMatters(Path golden) throws Exception {
        ConfigRepository repository = repository(golden);
        generate(repository);
        ConfigRepository twin = twin(repository);
        assertFalse(twin.fleetSeenFrom(folder).generate().compiled().diagnostics().hasErrors());
        assertEquals(repository.tree(), twin.tree());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void validateFindsWhatGenerateFinds(Path golden) throws Exception {
        ConfigRepository repository = repository(golden);
        List<Diagnostic> validated = repository.fleet().validate().diagnostics().all();
        assertEquals(Map.of(), repository.tree());
        assertEquals(validated, repository.fleet().generate().compiled().diagnostics().all());
        assertEquals(validated, repository.fleet().validate().diagnostics().all(), "with the tree there");
    }

    private ConfigRepository repository(Path golden) throws IOException {
        return ConfigRepository.copyOf(golden, folder.resolve("repository")).environment(ENVIRONMENT);
    }

    private static Changes generate(ConfigRepository repository) throws Exception {
        Fleet.Generated generated = repository.fleet().generate();
        return generated.changes().orElseThrow(() -> new AssertionError(String.join("\n",
                generated.compiled().diagnostics().all().stream().map(CodeFrame::of).toList())));
    }

    /** The same files, made in the opposite order. */
    private ConfigRepository twin(ConfigRepository repository) throws IOException {
        Path other = folder.resolve("elsewhere/twin");
        try (Stream<Path> files = Files.walk(repository.folder())) {
            for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList()) {
                if (!file.startsWith(repository.output())) {
                    Path copy = other.resolve(repository.folder().relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return ConfigRepository.at(other).environment(ENVIRONMENT);
    }
}
