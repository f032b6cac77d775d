package io.github.ipsecmaven.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed at a moment that nobody chose. */
class KilledJvmTest {

    private static final int KILLS = 50;
    private static final int LATEST_KILL_MICROS = 100_000;
    private static final int LATEST_KILL_AFTER_PLAN_MICROS = 10_000;

    @TempDir
    private Path root;

    @Test
    @Timeout(120)
    void afterEachKillTheFolderHoldsOneWholeTree() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("KilledJvmTest: seed " + seed);
        var random = new Random(seed);
        var a = Snapshot.of(OtherJvm.tree("a"));
        var b = Snapshot.of(OtherJvm.tree("b"));
        Trees.write(root, OtherJvm.tree("a"), Set.of());
        int undone = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var victim = OtherJvm.start("loop", root)) {
                assertEquals("ready", victim.readLine());
                if (kill % 2 == 0) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(LATEST_KILL_MICROS));
                } else {
                    // Most of a run is staging, so that a kill at any moment would seldom hit the rest.
                    awaitPlan();
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(LATEST_KILL_AFTER_PLAN_MICROS));
                }
            }
            boolean interrupted = isInterrupted();
            try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
                assertEquals(interrupted, session.undone());
                assertTrue(session.setAside().isEmpty());
            }
            undone += interrupted ? 1 : 0;
            var found = Snapshot.of(root);
            assertTrue(found.equals(a) || found.equals(b), "kill " + kill + ", seed " + seed + ": neither tree");
            assertFalse(Files.exists(root.resolve(RunLock.NAME)));
        }
        System.out.println("KilledJvmTest: " + undone + " of " + KILLS + " kills had to be undone");
    }

    private void awaitPlan() throws InterruptedException {
        while (!new Journal(root, new Disk()).hasPlan()) {
            TimeUnit.MICROSECONDS.sleep(50);
        }
    }

    private boolean isInterrupted() throws IOException {
        try {
            OutputFolder.at(root).requireWhole();
            return false;
        } catch (InterruptedRunException e) {
            return true;
        }
    }
}
