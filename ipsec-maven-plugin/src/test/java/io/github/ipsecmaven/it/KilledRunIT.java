package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see after {@code mvn ipsec:generate} was killed while it wrote. */
class KilledRunIT {

    private static final int ATTEMPTS = 20;

    @TempDir
    private Path temp;

    @Test
    void generateUndoesAndThenCompilesEveryOtherGoalRefusesInOneLine() throws Exception {
        var folder = ItRepository.in(temp.resolve("config"));
        var output = folder.resolve("manifests");
        interrupt(folder, output);

        var half = ItRepository.treeAndTimes(output);
        var refused = RealMaven.in(folder).run("ipsec:validate", ItRepository.NOW);
        assertNotEquals(0, refused.exit(), refused.output());
        var errors = refused.lines().stream().filter(line -> line.startsWith("[ERROR] Failed to execute")).toList();
        assertEquals(1, errors.size(), refused.output());
        assertTrue(errors.get(0).contains("was left half-written by a run that was killed; `generate` mends it"),
                errors.get(0));
        assertEquals(half, ItRepository.treeAndTimes(output));

        var mended = RealMaven.in(folder).run("ipsec:generate", ItRepository.NOW);
        assertEquals(0, mended.exit(), mended.output());
        assertTrue(mended.output().contains("[WARNING] an earlier run was killed while it wrote"), mended.output());
        assertEquals(expected(), ItRepository.tree(output));
    }

    /** Kills runs until one was hit between its plan and its end. */
    private void interrupt(Path folder, Path output) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var log = temp.resolve("killed.log");
            var process = RealMaven.in(folder).start(log, "ipsec:generate", ItRepository.NOW);
            var plan = output.resolve(".ipsec-journal").resolve("plan");
            // The plan of a small tree is carried out in a fraction of a millisecond: whoever sleeps comes too late.
            while (process.isAlive() && !Files.exists(plan)) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
            process.onExit().join();
            if (Files.exists(plan)) {
                System.out.println("KilledRunIT: kill " + (attempt + 1) + " hit a run while it wrote");
                return;
            }
            try (var files = Files.walk(temp.resolve("config/manifests"))) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
            assertFalse(Files.exists(output), Files.readString(log));
        }
        throw new AssertionError("no kill of " + ATTEMPTS + " hit a run while it wrote");
    }

    private Map<String, String> expected() throws Exception {
        var folder = ItRepository.in(temp.resolve("other"));
        var result = RealMaven.in(folder).run("ipsec:generate", ItRepository.NOW);
        assertEquals(0, result.exit(), result.output());
        return ItRepository.tree(folder.resolve("manifests"));
    }
}
