package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the engines are given for the sample three-nodes, byte for byte: {@code src/test/resources/delivery/expected}.
 * {@code -Dgolden.update=true} writes it anew.
 */
class ExpectedFilesTest {

    private static final Path EXPECTED = Path.of("src/test/resources/delivery/expected");

    @Test
    void theEnginesAreGivenWhatIsExpected() throws Exception {
        Map<String, String> given = given();
        if (Boolean.getBoolean("golden.update")) {
            for (String path : files(EXPECTED, "").keySet()) {
                Files.delete(EXPECTED.resolve(path));
            }
            for (Map.Entry<String, String> file : given.entrySet()) {
                Path path = EXPECTED.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Map<String, String> expected = files(EXPECTED, "");
        assertEquals(expected.keySet(), given.keySet());
        expected.forEach((path, text) -> assertEquals(text, given.get(path), path));
    }

    private static Map<String, String> given() throws Exception {
        Path output = SampleFleet.get().output();
        Map<String, String> given = new TreeMap<>(files(output, "argocd/fleet"));
        for (String engine : List.of("argocd", "flux", "acm")) {
            given.putAll(files(output, engine + "/three-nodes"));
        }
        return given;
    }

    private static Map<String, String> files(Path root, String below) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve(below))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
