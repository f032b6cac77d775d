package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed while they generate, and runs that generate at the same time. */
class KilledGenerateTest {

    private static final int KILLS = 10;
    private static final int LATEST_KILL_MICROS = 50_000;
    private static final int LATEST_KILL_AFTER_PLAN_MICROS = 1_000;

    @TempDir
    private Path folder;

    private final List<Map<String, String>> trees = new ArrayList<>();

    @BeforeEach
    void generateBothTreesOnce() throws IOException {
        GeneratingJvm.prepare(folder);
        for (int spec = 0; spec < GeneratingJvm.SPECS.size(); spec++) {
            GeneratingJvm.fleet(folder, spec).generate();
            trees.add(tree());
        }
        assertNotEquals(trees.get(0), trees.get(1));
    }

    @Test
    @Timeout(240)
    void theNextGenerateUndoesAndCompilesWhileValidateRefusesAndChangesNothing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledGenerateTest: seed " + seed);
        var random = new Random(seed);
        int undone = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileGenerating(random, kill % 2 == 0);
            boolean halfWay = Files.exists(plan());
            if (halfWay) {
                var left = tree();
                var refused = assertThrows(InterruptedRunException.class,
                        () -> GeneratingJvm.fleet(folder, 0).validate());
                assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
                assertEquals(left, tree());
                undone++;
            } else {
                GeneratingJvm.fleet(folder, 0).validate();
            }
            int next = random.nextInt(trees.size());
            assertEquals(halfWay, GeneratingJvm.fleet(folder, next).generate().undone());
            assertEquals(trees.get(next), tree(), "kill " + kill + ", seed " + seed);
        }
        assertTrue(undone > 0, "no kill hit a run while it wrote; seed " + seed);
        System.out.println("KilledGenerateTest: " + undone + " of " + KILLS + " kills had to be undone");
    }

    @Test
    @Timeout(240)
    void runsAtTheSameTimeDoNotMix() throws Exception {
        try (var one = GeneratingJvm.start(folder, 7, 0); var other = GeneratingJvm.start(folder, 7, 1)) {
            assertEquals(0, one.awaitEnd());
            assertEquals(0, other.awaitEnd());
        }
        GeneratingJvm.fleet(folder, 0).validate();
        assertTrue(trees.contains(tree()), "neither tree");
        assertFalse(Files.exists(plan()));
    }

    private void killWhileGenerating(Random random, boolean afterThePlan) throws Exception {
        try (var victim = GeneratingJvm.start(folder, Integer.MAX_VALUE, 0)) {
            victim.awaitRun();
            if (afterThePlan) {
                // Most of a run is compiling, so that a kill at any moment would seldom hit the rest.
                while (!Files.exists(plan())) {
                    TimeUnit.MICROSECONDS.sleep(50);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(LATEST_KILL_AFTER_PLAN_MICROS));
            } else {
                TimeUnit.MICROSECONDS.sleep(random.nextInt(LATEST_KILL_MICROS));
            }
        }
    }

    private Path plan() {
        return GeneratingJvm.output(folder).resolve(".ipsec-journal").resolve("plan");
    }

    /** Every file but the lock of a run that was killed: its bytes as ISO 8859-1, one to one. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        Path output = GeneratingJvm.output(folder);
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(output.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        tree.remove(".ipsec-lock");
        return tree;
    }
}
