package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
    void refusesTwoFilesForOnePath() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            draft.add(List.of(file("c", "1")), Set.of());
            draft.add(List.of(file("c", "2")), Set.of());
            assertThrows(IllegalArgumentException.class, draft::commit);
        }
        assertEquals(Snapshot.of(OLD), Snapshot.of(root));
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
