package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Mutations;
import io.github.ipsecmaven.testkit.Positions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any spec compiles to a tree or to findings that point into it: never to an exception. */
@Timeout(120)
class MutatedSpecsTest {

    private static final long SEED = 20261101;
    private static final int RUNS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void compileToATreeOrToFindings() throws Exception {
        Mutations mutations = new Mutations(Path.of("src/test/resources/cases"), SEED);
        ConfigRepository repository =
                ConfigRepository.with(folder, "").environment(Map.of("LAB_PASSWORD", LabKeys.PASSWORD));
        for (int run = 0; run < RUNS; run++) {
            String spec = mutations.next();
            String shown = "seed " + SEED + ", run " + run + ":\n" + spec;
            try {
                check(repository.spec(spec).fleet().validate(), shown);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(shown, e);
            }
        }
    }

    private static void check(Fleet.Compiled compiled, String shown) {
        assertEquals(compiled.diagnostics().hasErrors(), compiled.clusters().isEmpty(), shown);
        compiled.clusters().forEach(cluster -> assertTrue(cluster.files() > 3, shown));
        for (Diagnostic finding : compiled.diagnostics().all()) {
            assertEquals("", Positions.outside(finding.position()), shown);
            assertTrue(CodeFrame.of(finding).contains(finding.rule()), shown);
        }
    }
}
