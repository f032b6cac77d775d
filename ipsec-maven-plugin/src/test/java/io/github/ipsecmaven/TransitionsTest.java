package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits that would make something disappear silently: {@code src/test/resources/transitions/}. The tree of {@code
 * before.yaml} is there, {@code after.yaml} is refused with the errors in {@code expected.txt}, and {@code
 * mended.yaml}, which is {@code after.yaml} with the lines that these print, passes. What is in {@code gone/} may then
 * leave the spec; what is in {@code kept/} may not. {@code -Dgolden.update=true} writes the errors anew.
 */
class TransitionsTest {

    @TempDir
    private Path folder;

    static Stream<Path> gone() throws IOException {
        return Golden.cases("transitions/gone");
    }

    static Stream<Path> all() throws IOException {
        return Stream.concat(gone(), Golden.cases("transitions/kept"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedAndTheTreeStays(Path transition) throws Exception {
        ConfigRepository repository = rendered(transition);
        Map<String, String> tree = repository.tree();
        String frames = refusal(repository.spec(text(transition, "after")));
        assertEquals(Golden.text(transition.resolve("expected.txt"), frames), frames);
        assertEquals(tree, repository.tree());
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePrintedLinesMendIt(Path transition) throws Exception {
        ConfigRepository repository = rendered(transition);
        repository.spec(text(transition, "after"));
        String mended = text(transition, "mended");
        List<String> known = new ArrayList<>(text(transition, "after").lines().toList());
        for (Diagnostic error : errors(repository.fleet().validate())) {
            if (error.rule().startsWith("IPSEC-G")) {
                List<List<String>> alternatives = alternatives(error.mend());
                assertTrue(alternatives.stream().anyMatch(mended.lines().toList()::containsAll),
                        () -> error.mend() + "\nis not in\n" + mended);
                alternatives.forEach(known::addAll);
            } else {
                known.addAll(mended.lines().toList());
            }
        }
        assertEquals(List.of(), mended.lines().filter(line -> !known.contains(line)).toList(), "lines nobody printed");
        assertEquals("", refusal(repository.spec(mended)));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void mayLeaveTheSpecAfterThat(Path transition) throws Exception {
        ConfigRepository repository = rendered(transition);
        assertEquals("", refusal(repository.spec(text(transition, "mended"))));
        assertEquals("", refusal(repository.spec(text(transition, "after"))));
        assertEquals(fresh(text(transition, "after")), repository.tree(), "the tree is what it would be without a past");
    }

    private ConfigRepository rendered(Path transition) throws Exception {
        ConfigRepository repository = ConfigRepository.with(folder.resolve("repository"), text(transition, "before"));
        assertEquals("", refusal(repository));
        return repository;
    }

    private Map<String, String> fresh(String spec) throws Exception {
        ConfigRepository repository = ConfigRepository.with(folder.resolve("fresh"), spec);
        assertEquals("", refusal(repository));
        return repository.tree();
    }

    /** The errors of a run, empty where it has written the tree. */
    private static String refusal(ConfigRepository repository) throws Exception {
        return errors(repository.fleet().generate().compiled()).stream()
                .map(error -> CodeFrame.of(error) + "\n").collect(Collectors.joining("\n"));
    }

    private static List<Diagnostic> errors(Fleet.Compiled compiled) {
        return compiled.diagnostics().all().stream().filter(found -> found.severity() == Severity.ERROR).toList();
    }

    /** The blocks of YAML lines in a mend: each begins below a line of prose. */
    private static List<List<String>> alternatives(String mend) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : mend.split("\n")) {
            boolean yaml = line.matches(" *[-a-zA-Z0-9.]+:( .*)?");
            if (!yaml) {
                blocks.add(new ArrayList<>());
            } else {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        return blocks;
    }

    private static String text(Path transition, String name) throws IOException {
        return Files.readString(transition.resolve(name + ".yaml"));
    }
}
