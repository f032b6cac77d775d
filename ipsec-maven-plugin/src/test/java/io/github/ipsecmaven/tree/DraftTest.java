package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

    private static final List<TreeFile> OLD = List.of(file("a/one", "1"), file("b/one", "1"));

    @TempDir
    private Path root;

    @BeforeEach
    void lay() throws IOException {
        Trees.lay(root, OLD);
    }

    @Test
    void changesNothingUntilItIsCommitted() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.add(List.of(file("a/one", "2")), Set.of("a/one", "b/one"));
            draft.add(List.of(file("c/one", "1")), Set.of());
            assertEquals("1", Files.readString(root.resolve("a/one")));
            assertEquals(new Changes(List.of("a/one", "c/one"), List.of("b/one"), 0), draft.commit());
        }
        assertEquals(Snapshot.of(List.of(file("a/one", "2"), file("c/one", "1"))), Snapshot.of(root));
    }

    @Test
    void thatIsNotCommittedLeavesNothing() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            session.draft().add(List.of(file("a/one", "2")), Set.of("a/one"));
        }
        assertEquals(Snapshot.of(OLD), Snapshot.of(root));
    }

    @Test
    void ofOneSessionFollowsAnother() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            session.draft().add(List.of(file("a/one", "2")), Set.of("a/one"));
            var second = session.draft();
            second.add(List.of(file("a/one", "3")), Set.of("a/one"));
            second.commit();
        }
        assertEquals("3", Files.readString(root.resolve("a/one")));
    }

    @Test
    void refusesFilesOfWhichNoTreeCanHoldBoth() throws IOException {
        for (var other : List.of("c", "c/one", "C")) {
            try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
                var draft = session.draft();
                draft.add(List.of(file("c", "1")), Set.of());
                draft.add(List.of(file(other, "2")), Set.of());
                assertThrows(IllegalArgumentException.class, draft::commit);
            }
            assertEquals(Snapshot.of(OLD), Snapshot.of(root));
        }
    }

    @Test
    void wantsNothingOfFilesThatItRefused() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.add(OLD, Set.of());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> draft.add(List.of(file("c/one", "1"), file("c/one", "2")), Trees.paths(OLD)));
            draft.commit();
        }
        assertEquals(Snapshot.of(OLD), Snapshot.of(root));
    }

    /** What is half staged lies where a whole directory would be taken from. */
    @Test
    void wantsNothingOfFilesThatTheDiskDidNotTake() throws IOException {
        var full = new Disk() {
            @Override
            void write(Path file, byte[] bytes, boolean executable) throws IOException {
                super.write(file, bytes, executable);
                if (file.endsWith("bad")) {
                    throw new IOException("No space left on device");
                }
            }
        };
        try (var session = new OutputFolder(root, full).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.add(OLD, Set.of());
            assertThrows(
                    IOException.class,
                    () -> draft.add(List.of(file("c/bad", "1"), file("d/good", "1")), Trees.paths(OLD)));
            draft.add(List.of(file("c/good", "1")), Set.of());
            draft.commit();
        }
        assertEquals(Map.of("a", "directory", "a/one", "- 1", "b", "directory", "b/one", "- 1",
                "c", "directory", "c/good", "- 1"), Snapshot.of(root));
    }

    @Test
    void isCommittedOnce() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.commit();
            assertThrows(IllegalStateException.class, () -> draft.add(OLD, Set.of()));
            assertThrows(IllegalStateException.class, draft::commit);
        }
    }

    @Test
    void doesNotOverwriteWhatSomebodyPutThereMeanwhile() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.add(List.of(file("c/one", "1"), file("c/two", "1")), Set.of());
            Trees.put(root, file("c/two", "mine"));
            var thrown = assertThrows(ForeignFilesException.class, draft::commit);
            assertEquals(
                    List.of(new ForeignFilesException.Obstacle("c/two", "was written by somebody else during this run")),
                    thrown.obstacles());
        }
        assertEquals("mine", Files.readString(root.resolve("c/two")));
    }

    @Test
    void renamesNewDirectoriesThatOneBatchFills() throws IOException {
        var batches = List.of(
                List.of(file("a/deep/er/one", "1"), file("a/deep/two", "1"), file("a/two", "1")),
                List.of(file("new/one/deep/one", "1"), file("new/one/two", "1")),
                List.of(file("new/two/one", "1"), file("new/two/two", "1")));
        var placed = new TreeSet<String>();
        var recording = new Disk() {
            @Override
            void createDirectory(Path directory) throws IOException {
                super.createDirectory(directory);
                note("make ", directory);
            }

            @Override
            void move(Path from, Path to) throws IOException {
                super.move(from, to);
                note("move ", to);
            }

            private void note(String what, Path where) throws IOException {
                var path = root.toRealPath().relativize(where).toString();
                if (!path.startsWith(Journal.NAME)) {
                    placed.add(what + path);
                }
            }
        };
        try (var session = new OutputFolder(root, recording).open(Duration.ZERO)) {
            assertEquals(7, Trees.writeBatches(session, batches, Set.of()).written().size());
        }
        assertEquals(Set.of("make new", "move a/deep", "move a/two", "move new/one", "move new/two"), placed);
        assertEquals(Snapshot.of(concat(OLD, batches)), Snapshot.of(root));
    }

    /** Each directory that stays behind would have to be made and removed, in a fleet by the thousand. */
    @Test
    void leavesNothingBehindOfABatchThatFillsADirectory() throws IOException {
        var made = new ArrayList<String>();
        var recording = new Disk() {
            @Override
            void createDirectory(Path directory) throws IOException {
                super.createDirectory(directory);
                made.add("" + root.toRealPath().resolve(Journal.NAME).relativize(directory));
            }
        };
        try (var session = new OutputFolder(root, recording).open(Duration.ZERO)) {
            var cluster = List.of(file("clusters/one/deep/file", "1"), file("clusters/one/file", "1"));
            Trees.writeBatches(session, List.of(cluster), Set.of());
        }
        assertEquals(List.of("", "new", "old", "new/0", "new/0/deep", "../clusters"), made);
    }

    /** As Windows does while a file in it is open. */
    @Test
    void movesFilesWhereDirectoriesCannotBeRenamed() throws IOException {
        var batches = List.of(List.of(file("c/deep/one", "1"), file("c/two", "1")), List.of(file("d/one", "1")));
        var stubborn = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                if (Files.isDirectory(from)) {
                    throw new AccessDeniedException(from.toString());
                }
                super.move(from, to);
            }
        };
        try (var session = new OutputFolder(root, stubborn).open(Duration.ZERO)) {
            Trees.writeBatches(session, batches, Set.of());
        }
        assertEquals(Snapshot.of(concat(OLD, batches)), Snapshot.of(root));
    }

    private static List<TreeFile> concat(List<TreeFile> files, List<List<TreeFile>> batches) {
        return Stream.concat(files.stream(), batches.stream().flatMap(List::stream)).toList();
    }

    @Test
    void takesFilesFromSeveralThreads() throws Exception {
        var wanted = new HashSet<TreeFile>();
        var threads = Executors.newFixedThreadPool(4);
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            var tasks = new ArrayList<Callable<Void>>();
            for (int folder = 0; folder < 8; folder++) {
                var files = new ArrayList<TreeFile>();
                for (int number = 0; number < 25; number++) {
                    files.add(file("shared/" + folder + "/" + number, folder + " " + number));
                }
                wanted.addAll(files);
                tasks.add(() -> {
                    draft.add(files, Set.of());
                    return null;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
            draft.add(OLD, Trees.paths(OLD));
            assertEquals(wanted.size(), draft.commit().written().size());
        } finally {
            threads.shutdown();
        }
        wanted.addAll(OLD);
        assertEquals(Snapshot.of(wanted), Snapshot.of(root));
    }
}
