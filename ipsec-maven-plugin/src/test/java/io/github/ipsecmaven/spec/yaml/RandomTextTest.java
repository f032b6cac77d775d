package io.github.ipsecmaven.spec.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.testkit.Mutations;
import io.github.ipsecmaven.testkit.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is a tree or at least one finding, and every place is one in it. */
@Timeout(120)
class RandomTextTest {

    private static final long SEED = 20261101;
    private static final String ALPHABET = "ab01:-?&*!|>'\"%@`{}[],# \n\t\r~<=.\\\u0085\u2028\uFEFF\uD83D\uDE00";

    @TempDir
    private Path folder;

    @Test
    void randomBytes() throws IOException {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            check(bytes, "randomBytes, seed " + SEED + ", run " + run);
        }
    }

    @Test
    void randomPunctuation() throws IOException {
        Random random = new Random(SEED);
        int[] alphabet = ALPHABET.codePoints().toArray();
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            check(text.toString(), "randomPunctuation, seed " + SEED + ", run " + run);
        }
    }

    @Test
    void mutatedSpecs() throws IOException {
        Mutations mutations = new Mutations(Path.of("src/test/resources/cases"), SEED);
        for (int run = 0; run < 3_000; run++) {
            check(mutations.next(), "mutatedSpecs, seed " + SEED + ", run " + run);
        }
    }

    private void check(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve("ipsec.yaml"), bytes);
        Diagnostics diagnostics = new Diagnostics();
        Optional<SourceText> source = SourceReader.read(file, name, diagnostics);
        assertTrue(source.isPresent() || diagnostics.hasErrors(), name);
        for (Diagnostic finding : diagnostics.all()) {
            assertEquals("", Positions.outside(finding.position()), name);
        }
        source.ifPresent(text -> check(text.text(), name));
    }

    private static void check(String text, String name) {
        Supplier<String> shown = () -> name + ":\n" + text;
        Diagnostics diagnostics = new Diagnostics();
        try {
            SourceText source = new SourceText(Path.of("ipsec.yaml"), "ipsec.yaml", text);
            Optional<Tree.Mapping> tree = YamlReader.read(source, diagnostics);
            assertTrue(tree.isPresent() || diagnostics.hasErrors(), shown);
            tree.ifPresent(root -> check(root, shown));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(shown.get(), e);
        }
        for (Diagnostic finding : diagnostics.all()) {
            assertEquals("", Positions.outside(finding.position()), shown);
        }
    }

    private static void check(Tree tree, Supplier<String> shown) {
        assertEquals("", Positions.outside(tree.at()), shown);
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                assertEquals("", Positions.outside(entry.keyAt()), shown);
                check(entry.value(), shown);
            });
        } else if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> check(item, shown));
        }
    }
}
