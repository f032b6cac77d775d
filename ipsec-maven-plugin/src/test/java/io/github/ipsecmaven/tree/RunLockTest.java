package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path temp;

    @Test
    void aSecondRunOfTheSameJvmIsBusy() throws IOException {
        try (var session = OutputFolder.at(temp).open(Duration.ZERO)) {
            var thrown = assertThrows(BusyException.class, () -> OutputFolder.at(temp).open(Duration.ofMillis(50)));
            assertEquals(temp + " is being written by another run", thrown.getMessage());
            assertThrows(BusyException.class, OutputFolder.at(temp)::requireWhole);
            session.write(List.of(file("a", "1")), Set.of());
        }
        OutputFolder.at(temp).requireWhole();
        OutputFolder.at(temp).open(Duration.ZERO).close();
    }

    @Test
    void aSecondRunByAnotherNameOfTheFolderIsBusy() throws IOException {
        var real = Files.createDirectory(temp.resolve("real"));
        var link = Files.createSymbolicLink(temp.resolve("link"), real);
        try (var session = OutputFolder.at(real).open(Duration.ZERO)) {
            assertFalse(session.undone());
            assertThrows(BusyException.class, () -> OutputFolder.at(link).open(Duration.ZERO));
        }
    }

    @Test
    void anotherProcessIsKeptOutEvenAfterThisOneLookedAtTheLock() throws IOException {
        try (var session = OutputFolder.at(temp).open(Duration.ZERO)) {
            assertFalse(session.undone());
            assertThrows(BusyException.class, () -> OutputFolder.at(temp).open(Duration.ZERO));
            assertThrows(BusyException.class, OutputFolder.at(temp)::requireWhole);
            assertEquals("busy", tryInOtherJvm());
        }
        assertEquals("free, undone: false", tryInOtherJvm());
    }

    private String tryInOtherJvm() throws IOException {
        try (var other = OtherJvm.start("try", temp)) {
            return other.readLine();
        }
    }

    @Test
    void aKilledProcessLeavesNoLock() throws IOException {
        try (var other = OtherJvm.start("hold", temp)) {
            assertEquals("held, undone: false", other.readLine());
            assertThrows(BusyException.class, () -> OutputFolder.at(temp).open(Duration.ZERO));
            assertThrows(BusyException.class, OutputFolder.at(temp)::requireWhole);
        }
        assertTrue(Files.exists(temp.resolve(RunLock.NAME)));
        OutputFolder.at(temp).requireWhole();
        assertTrue(Files.exists(temp.resolve(RunLock.NAME)), "a reader changes nothing");
        OutputFolder.at(temp).open(Duration.ZERO).close();
        assertFalse(Files.exists(temp.resolve(RunLock.NAME)));
    }

    @Test
    void aPlanOfALiveRunIsBusyAndNotInterrupted() throws IOException {
        var looked = new AtomicInteger();
        var disk = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                super.move(from, to);
                if (to.endsWith("plan")) {
                    assertThrows(BusyException.class, OutputFolder.at(temp)::requireWhole);
                    looked.incrementAndGet();
                }
            }
        };
        try (var session = new OutputFolder(temp, disk).open(Duration.ZERO)) {
            session.write(List.of(file("a", "1")), Set.of());
        }
        assertEquals(1, looked.get());
    }

    @Test
    void aReaderCreatesNothing() throws IOException {
        OutputFolder.at(temp).requireWhole();
        OutputFolder.at(temp.resolve("missing")).requireWhole();
        assertEquals(0, temp.toFile().list().length);
    }

    @Test
    void manyThreadsTakeTurns() throws Exception {
        var root = temp.resolve("made/and/removed");
        var inside = new AtomicInteger();
        onThreads(4, () -> {
            for (int run = 0; run < 25; run++) {
                try (var session = OutputFolder.at(root).open(LONG)) {
                    assertEquals(1, inside.incrementAndGet());
                    session.write(List.of(file("a", Thread.currentThread().getName())), Set.of("a"));
                    session.write(List.of(), Set.of("a"));
                    inside.decrementAndGet();
                }
            }
            return null;
        });
        assertFalse(Files.exists(root.resolve(RunLock.NAME)));
        assertFalse(Files.exists(root.resolve(Journal.NAME)));
    }

    @Test
    void readersDoNotTakeEachOtherForAWriter() throws Exception {
        Files.createFile(temp.resolve(RunLock.NAME));
        onThreads(4, () -> {
            for (int look = 0; look < 100; look++) {
                OutputFolder.at(temp).requireWhole();
            }
            return null;
        });
    }

    @Test
    void aLockFileThatLeadsOutsideIsRefused() throws IOException {
        var outside = Files.createFile(temp.resolve("outside"));
        var root = Files.createDirectory(temp.resolve("out"));
        Files.createSymbolicLink(root.resolve(RunLock.NAME), outside);
        assertThrows(IOException.class, () -> OutputFolder.at(root).open(Duration.ZERO));
    }

    @Test
    void waitingEndsWithAnInterrupt() throws IOException {
        try (var session = OutputFolder.at(temp).open(Duration.ZERO)) {
            assertFalse(session.undone());
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> OutputFolder.at(temp).open(LONG));
            assertTrue(Thread.interrupted());
        }
    }

    private static void onThreads(int count, Callable<Void> task) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var results = new ArrayList<Future<Void>>();
            for (int i = 0; i < count; i++) {
                results.add(threads.submit(task));
            }
            for (var result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
