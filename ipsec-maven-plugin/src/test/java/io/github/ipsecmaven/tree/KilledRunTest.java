package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static io.github.ipsecmaven.tree.Trees.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, or that the disk fails, between any two operations. */
class KilledRunTest {

    /** Everything that can happen to a file, and to a directory. */
    private static final List<TreeFile> OLD = List.of(
            file("becomes-directory", "file"),
            file("becomes-file/deep/one", "1"),
            file("becomes-file/two", "2"),
            file("emptied/one", "1"),
            file("kept/changed", "old"),
            file("kept/removed", "old"),
            file("kept/same", "same"),
            file("script", "mode only"),
            script("tool", "old tool"));

    private static final List<TreeFile> NEW = List.of(
            file("becomes-directory/inner/one", "1"),
            file("becomes-file", "file"),
            file("kept/added", "new"),
            file("kept/changed", "new"),
            file("kept/same", "same"),
            file("new/deep/one", "1"),
            script("script", "mode only"),
            script("tool", "new tool"));

    @TempDir
    private Path temp;

    private int folders;

    @Test
    void isUndoneFromEveryPoint() throws IOException {
        assertWholeAfterEveryKill(OLD, List.of(NEW), List.of());
    }

    /** What a batch has for itself is renamed as a whole directory, the rest is not. */
    @Test
    void ofSeveralBatchesIsUndoneFromEveryPoint() throws IOException {
        var old = List.of(
                file("becomes-directory", "file"),
                file("becomes-file/one", "1"),
                file("shared/changed", "old"),
                file("shared/removed/one", "1"));
        var batches = List.of(
                List.of(file("becomes-directory/deep/one", "1"), file("becomes-directory/two", "2")),
                List.of(file("becomes-file", "file"), file("new-parent/first/one", "1")),
                List.of(file("new-parent/second/deep/one", "1"), script("new-parent/second/two", "2")),
                List.of(file("shared/added", "new"), file("shared/changed", "new"), file("shared/new/deep/one", "1")),
                List.of(file("shared/new/two", "2")));
        assertWholeAfterEveryKill(old, batches, List.of(file("shared/foreign", "foreign")));
    }

    @Test
    void randomTreesAreOldOrNewAfterEveryKill() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            var old = Trees.random(random, 10);
            var wanted = Trees.random(random, 10);
            int half = wanted.size() / 2;
            var batches = seed % 2 == 0
                    ? List.of(wanted)
                    : List.of(wanted.subList(0, half), wanted.subList(half, wanted.size()));
            assertWholeAfterEveryKill(old, batches, List.of(file("d/foreign", "foreign")));
        }
    }

    private void assertWholeAfterEveryKill(
            List<TreeFile> old, List<List<TreeFile>> batches, List<TreeFile> foreign) throws IOException {
        var wanted = batches.stream().flatMap(List::stream).toList();
        var whole = Snapshot.of(concat(wanted, foreign));
        for (int at = 0; ; at++) {
            var root = folder(old, foreign);
            var before = Snapshot.exact(root);
            var disk = FaultyDisk.killedAt(at);
            runBatches(root, disk, batches, Trees.paths(old));
            boolean halfWay = Files.exists(root.resolve(".ipsec-journal/plan"));
            if (halfWay) {
                assertThrows(InterruptedRunException.class, OutputFolder.at(root)::requireWhole);
            } else {
                OutputFolder.at(root).requireWhole();
            }
            assertEquals(halfWay, open(root));
            var after = Snapshot.exact(root);
            if (halfWay || !Snapshot.of(root).equals(whole)) {
                assertEquals(before, after, "killed at operation " + at + " of " + old + " to " + wanted);
            }
            if (!disk.hasFailed()) {
                assertEquals(whole, Snapshot.of(root));
                return;
            }
        }
    }

    /** Smaller trees, because every point of the run meets every point of its undo. */
    @Test
    void anUndoIsRepeatedFromEveryPoint() throws IOException {
        var old = List.of(file("a", "file"), file("b/one", "1"), file("c", "old"), file("d", "mode only"));
        var wanted = List.of(file("a/one", "1"), file("b", "file"), file("c", "new"), script("d", "mode only"));
        for (int at = 0; ; at++) {
            var disk = FaultyDisk.killedAt(at);
            var probe = folder(old, List.of());
            run(probe, disk, wanted, Trees.paths(old));
            if (!disk.hasFailed()) {
                return;
            }
            if (Files.exists(probe.resolve(".ipsec-journal/plan"))) {
                assertUndoIsRepeatable(old, wanted, at);
            }
        }
    }

    private void assertUndoIsRepeatable(List<TreeFile> old, List<TreeFile> wanted, int killedAt) throws IOException {
        for (int at = 0; ; at++) {
            var root = folder(old, List.of());
            var before = Snapshot.exact(root);
            run(root, FaultyDisk.killedAt(killedAt), wanted, Trees.paths(old));
            var undo = FaultyDisk.killedAt(at);
            run(root, undo, List.of(), Set.of());
            open(root);
            assertEquals(before, Snapshot.exact(root), "killed at " + killedAt + ", its undo at " + at);
            if (!undo.hasFailed()) {
                return;
            }
        }
    }

    @Test
    void aFullDiskLeavesTheOldTree() throws IOException {
        for (int at = 0; ; at++) {
            var root = folder(OLD, List.of());
            var before = Snapshot.exact(root);
            var disk = FaultyDisk.fullAt(at);
            try (var session = new OutputFolder(root, disk).open(Duration.ZERO)) {
                session.write(NEW, Trees.paths(OLD));
                assertEquals(Snapshot.of(NEW), withoutJournal(root));
            } catch (IOException e) {
                assertEquals("No space left on device", e.getMessage());
                assertEquals(before, Snapshot.exact(root), "full at operation " + at);
            }
            OutputFolder.at(root).requireWhole();
            open(root);
            if (!disk.hasFailed()) {
                return;
            }
        }
    }

    @Test
    void aCopyServesWhereTheFileSystemHasNoLinks() throws IOException {
        var root = folder(OLD, List.of());
        var before = Snapshot.exact(root);
        var noLinks = new Disk() {
            @Override
            void keep(Path file, Path backup) throws IOException {
                Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
            }

            @Override
            void move(Path from, Path to) throws IOException {
                if (from.toString().contains(".ipsec-journal/new/") && to.endsWith("tool")) {
                    throw new IOException("No space left on device");
                }
                super.move(from, to);
            }
        };
        try (var session = new OutputFolder(root, noLinks).open(Duration.ZERO)) {
            assertThrows(IOException.class, () -> session.write(NEW, Trees.paths(OLD)));
        }
        assertEquals(before, Snapshot.exact(root));
    }

    @Test
    void aRemovedDirectoryGetsItsPermissionsBack() throws IOException {
        var root = folder(List.of(file("private/one", "1"), file("two", "2")), List.of());
        if (Seen.hasPermissions(root)) {
            Files.setPosixFilePermissions(root.resolve("private"), PosixFilePermissions.fromString("rwx------"));
        }
        var before = Snapshot.exact(root);
        killAfterApplying(root, List.of(file("two", "2")), Set.of("private/one"));
        open(root);
        assertEquals(before, Snapshot.exact(root));
    }

    @Test
    void stagedFilesWithoutAPlanAreSwept() throws IOException {
        var root = folder(OLD, List.of());
        Files.createDirectories(root.resolve(".ipsec-journal/new"));
        Files.writeString(root.resolve(".ipsec-journal/new/0"), "half");
        OutputFolder.at(root).requireWhole();
        assertFalse(open(root));
        assertEquals(Snapshot.of(OLD), Snapshot.of(root));
    }

    @Test
    void aFileChangedAfterTheKillIsSetAside() throws IOException {
        var root = folder(List.of(file("changed", "old"), file("removed", "old")), List.of());
        var wanted = List.of(file("added", "new"), file("changed", "new"));
        killAfterApplying(root, wanted, Set.of("changed", "removed"));
        for (var name : List.of("added", "changed", "removed")) {
            Files.writeString(root.resolve(name), "by hand");
        }
        Files.writeString(root.resolve("changed.orig"), "an earlier one");
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            assertEquals(Set.of("added.orig", "changed.orig2", "removed.orig"), Set.copyOf(session.setAside()));
        }
        assertEquals(
                Map.of(
                        "added.orig", "- by hand",
                        "changed", "- old",
                        "changed.orig", "- an earlier one",
                        "changed.orig2", "- by hand",
                        "removed", "- old",
                        "removed.orig", "- by hand"),
                Snapshot.of(root));
    }

    @Test
    void aFileThatTheRunHadNotReachedKeepsALaterChange() throws IOException {
        var root = folder(List.of(file("changed", "old")), List.of());
        var plan = root.resolve(".ipsec-journal/plan");
        for (int at = 0; !Files.exists(plan); at++) {
            assertTrue(at < 100, "there never was a plan");
            run(root, FaultyDisk.killedAt(at), List.of(file("changed", "new")), Set.of("changed"));
        }
        Files.writeString(root.resolve("changed"), "by hand");
        open(root);
        assertEquals(Map.of("changed", "- by hand"), Snapshot.of(root));
    }

    @Test
    void aDirectoryOfTheRunThatSomebodyUsesStays() throws IOException {
        var root = folder(List.of(), List.of());
        killAfterApplying(root, List.of(file("new/one", "1")), Set.of());
        Files.writeString(root.resolve("new/mine"), "by hand");
        open(root);
        assertEquals(Map.of("new", "directory", "new/mine", "- by hand"), Snapshot.of(root));
    }

    @Test
    void aFileWhoseDirectoryWasReplacedAfterTheKillIsRestored() throws IOException {
        var root = folder(List.of(file("gone/one", "1")), List.of());
        killAfterApplying(root, List.of(), Set.of("gone/one"));
        Files.writeString(root.resolve("gone"), "by hand");
        open(root);
        assertEquals(
                Map.of("gone", "directory", "gone/one", "- 1", "gone.orig", "- by hand"), Snapshot.of(root));
    }

    /** Leaves a plan of which every step was carried out. */
    static void killAfterApplying(Path root, List<TreeFile> wanted, Set<String> owned) throws IOException {
        var disk = new Disk() {
            @Override
            void delete(Path path) throws IOException {
                if (path.endsWith("plan")) {
                    throw new FaultyDisk.Killed();
                }
                super.delete(path);
            }
        };
        run(root, disk, wanted, owned);
        assertTrue(Files.exists(root.resolve(".ipsec-journal/plan")));
    }

    private static void run(Path root, Disk disk, List<TreeFile> wanted, Set<String> owned) throws IOException {
        runBatches(root, disk, List.of(wanted), owned);
    }

    private static void runBatches(Path root, Disk disk, List<List<TreeFile>> batches, Set<String> owned)
            throws IOException {
        try (var session = new OutputFolder(root, disk).open(Duration.ZERO)) {
            Trees.writeBatches(session, batches, owned);
        } catch (FaultyDisk.Killed e) {
            // The operating system would drop the lock as well; the journal stays as it is.
            return;
        }
    }

    /** Opens and closes; returns whether that had to undo a run. */
    private static boolean open(Path root) throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            return session.undone();
        }
    }

    private static Map<String, String> withoutJournal(Path root) throws IOException {
        var snapshot = Snapshot.of(root);
        snapshot.keySet().removeIf(path -> path.startsWith(".ipsec-journal"));
        return snapshot;
    }

    private Path folder(List<TreeFile> old, List<TreeFile> foreign) throws IOException {
        var root = Files.createDirectory(temp.resolve(Integer.toString(folders++)));
        Trees.lay(root, concat(old, foreign));
        return root;
    }

    private static Set<TreeFile> concat(List<TreeFile> files, List<TreeFile> more) {
        var all = new HashSet<>(files);
        all.addAll(more);
        return all;
    }
}
