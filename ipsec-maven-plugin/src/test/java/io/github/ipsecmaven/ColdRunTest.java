package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a JVM loads for a run over an edited spec, as the JVM itself logs it. Time would tell the same, but not each time
 * the same.
 */
class ColdRunTest {

    private static final Pattern LOADED = Pattern.compile("(\\S+) source: ");
    private static final Path CASE = Path.of("src/test/resources/cases/three-nodes-two-remotes");

    @TempDir
    private Path folder;

    @Test
    void loadsNothingThatItDoesNotNeed() throws Exception {
        List<String> loaded = loadedForAnEditedSpec();

        assertTrue(loaded.contains("io.github.ipsecmaven.fleet.Fleet"), () -> String.join("\n", loaded));
        assertEquals(List.of(), loaded.stream().filter(name -> name.matches(
                "(com\\.networknt|com\\.fasterxml|org\\.bouncycastle|com\\.exceptionfactory)\\..*"
                        + "|org\\.yaml\\.snakeyaml\\.(Yaml|emitter|serializer|representer).*"
                        + "|io\\.github\\.ipsecmaven\\.(explain|forge|plan|review\\.(report|document))\\..*"
                        + "|java\\.lang\\.runtime\\.ObjectMethods.*")).toList());
    }

    /** Each lambda is a class that the JVM makes when it is first passed, in a quarter of a millisecond. */
    @Test
    void passesFewLambdas() throws Exception {
        List<String> lambdas = loadedForAnEditedSpec().stream()
                .filter(name -> name.startsWith("io.github.ipsecmaven") && name.contains("$$Lambda")).toList();

        assertTrue(lambdas.size() <= 25, () -> String.join("\n", new TreeSet<>(lambdas)));
    }

    private List<String> loadedForAnEditedSpec() throws Exception {
        ConfigRepository repository = ConfigRepository.copyOf(CASE, folder.resolve("repository"));
        fleet(repository.folder()).generate();
        GitRepository.init(repository.folder()).commit();
        Files.writeString(repository.folder().resolve("ipsec.yaml"), "\n# edited\n", StandardOpenOption.APPEND);
        Path log = folder.resolve("log");
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
                ColdRunTest.class.getName(), repository.folder().toString())
                .redirectErrorStream(true).start();
        assertEquals("", new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, run.waitFor());
        return LOADED.matcher(Files.readString(log)).results().map(found -> found.group(1)).toList();
    }

    private static Fleet fleet(Path repository) throws IOException {
        ProofStore store = new ProofStore(repository.resolveSibling("cache"), "test");
        return ConfigRepository.at(repository).fleet().onThreads(1).remembering(store);
    }

    /** The run in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        fleet(Path.of(arguments[0])).generate();
    }
}
