package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that we cannot trust is refused in one line, and nothing is changed. */
class DamagedJournalTest {

    @TempDir
    private Path temp;

    private Path root;
    private Path plan;

    @BeforeEach
    void killARun() throws IOException {
        root = Files.createDirectory(temp.resolve("out"));
        Trees.lay(root, List.of(file("dir/changed", "old"), file("removed", "old")));
        KilledRunTest.killAfterApplying(
                root, List.of(file("added", "new"), file("dir/changed", "new")), Set.of("dir/changed", "removed"));
        plan = root.resolve(".ipsec-journal/plan");
    }

    @Test
    void aTruncatedPlanIsRefused() throws IOException {
        var whole = Files.readAllBytes(plan);
        for (int length = 0; length < whole.length; length++) {
            Files.write(plan, Arrays.copyOf(whole, length));
            assertRefused();
        }
    }

    @Test
    void aPlanOfAnotherVersionIsRefused() throws IOException {
        Files.writeString(plan, Files.readString(plan).replace("journal 1", "journal 2"));
        assertRefused();
    }

    @Test
    void aPlanWithAPathThatLeavesTheRootIsRefused() throws IOException {
        Files.writeString(temp.resolve("outside"), "mine");
        var print = "0".repeat(64);
        for (var line : List.of(
                "file absent " + print + " ../outside",
                "file " + print + " absent " + temp.resolve("outside"),
                "file absent " + print + " .ipsec-journal/plan",
                "file absent nonsense a",
                "file absent " + print,
                "mkdir ../outside",
                "rmdir rwxr-xr-x a/../../outside",
                "rmdir nonsense a",
                "rmdir",
                "other a")) {
            var body = "ipsec-journal 1\n" + line + "\n";
            Files.writeString(plan, body + "sha256 " + Digest.of(body.getBytes(UTF_8)) + "\n");
            assertRefused();
        }
    }

    @Test
    void aMissingOldFileIsRefused() throws IOException {
        Files.delete(root.resolve(".ipsec-journal/old/0"));
        assertRefused();
    }

    @Test
    void aChangedOldFileIsRefused() throws IOException {
        Files.writeString(root.resolve(".ipsec-journal/old/0"), "something else");
        assertRefused();
    }

    @Test
    void anOldFileBehindALinkIsRefused() throws IOException {
        var old = root.resolve(".ipsec-journal/old");
        Files.move(old, temp.resolve("elsewhere"));
        Files.createSymbolicLink(old, temp.resolve("elsewhere"));
        assertRefused();
    }

    @Test
    void aLinkOnTheWayToARecordedPathIsRefused() throws IOException {
        Files.move(root.resolve("dir"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("dir"), temp.resolve("elsewhere"));
        assertRefused();
        assertEquals("new", Files.readString(temp.resolve("elsewhere/changed")));
    }

    @Test
    void aPlanThatIsALinkIsRefused() throws IOException {
        Files.move(plan, temp.resolve("elsewhere"));
        Files.createSymbolicLink(plan, temp.resolve("elsewhere"));
        assertRefused();
    }

    @Test
    void aJournalThatIsALinkIsRefused() throws IOException {
        var journal = root.resolve(".ipsec-journal");
        Files.move(journal, temp.resolve("elsewhere"));
        Files.createSymbolicLink(journal, temp.resolve("elsewhere"));
        assertRefused();
    }

    @Test
    void theIntactJournalIsUndone() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            assertTrue(session.undone());
        }
        assertEquals(Snapshot.of(List.of(file("dir/changed", "old"), file("removed", "old"))), Snapshot.of(root));
    }

    @Test
    void theMessageForReadersNamesTheFolderAndTheRemedy() {
        var thrown = assertThrows(InterruptedRunException.class, OutputFolder.at(root)::requireWhole);
        assertEquals(
                root + " was left half-written by a run that was killed; `generate` mends it", thrown.getMessage());
    }

    private void assertRefused() throws IOException {
        var before = Snapshot.of(root);
        var outside = Snapshot.of(temp);
        var thrown = assertThrows(InterruptedRunException.class, () -> OutputFolder.at(root).open(Duration.ZERO));
        assertTrue(thrown.getMessage().startsWith(root.toRealPath().toString()), thrown.getMessage());
        assertFalse(thrown.getMessage().contains("\n"), thrown.getMessage());
        assertEquals(before, Snapshot.of(root));
        assertEquals(outside, Snapshot.of(temp));
        assertFalse(Files.exists(root.resolve(RunLock.NAME)));
    }
}
