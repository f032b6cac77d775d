package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static io.github.ipsecmaven.tree.Trees.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of an earlier run are kept only where each of them lies there as it did. */
@Timeout(60)
class KeptFilesTest {

    private static final List<TreeFile> TREE = List.of(file("dir/one", "1"), script("dir/tool", "2"), file("two", "2"));

    @TempDir
    private Path temp;

    private Path root;
    private List<KnownFile> known;

    @BeforeEach
    void lay() throws IOException {
        root = temp.resolve("out");
        Trees.lay(root, TREE);
        known = TREE.stream().map(file -> new KnownFile(file.path(), KnownFile.state(file), "")).toList();
    }

    @Test
    void untouchedFilesAreKeptAndNothingIsWritten() throws Exception {
        stamp();
        var before = Snapshot.exact(root);
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            assertTrue(draft.keep(known));
            assertEquals(new Changes(List.of(), List.of(), 3), draft.commit());
        }
        assertEquals(before, Snapshot.exact(root));
    }

    @Test
    void aFileThatWasJustWrittenHasNoStampAndIsReadInstead() throws IOException {
        Trees.put(root, file("two", "2"));
        assertEquals("", known.get(2).stamped(root, Instant.now()).stamp());
        assertTrue(keeps());
        Trees.put(root, file("two", "3"));
        assertFalse(keeps());
    }

    /** Between the writing of a file and its stamp, which would be that of the changed one. */
    @Test
    void aChangeBeforeItIsStampedIsSeen() throws Exception {
        stamp();
        var left = Instant.now();
        Trees.put(root, file("two", "3"));
        while (lastChange("two").isAfter(Instant.now().minusMillis(200))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        known = known.stream().map(file -> file.stamped(root, left)).toList();
        assertNotEquals("", known.get(0).stamp());
        assertEquals("", known.get(2).stamp());
        assertFalse(keeps());
    }

    private Instant lastChange(String path) throws IOException {
        return ((FileTime) Files.getAttribute(root.resolve(path), "unix:ctime")).toInstant();
    }

    @Test
    void aChangeThatLeavesSizeAndTimeIsSeen() throws Exception {
        stamp();
        var time = Files.getLastModifiedTime(root.resolve("two"));
        Files.writeString(root.resolve("two"), "3");
        Files.setLastModifiedTime(root.resolve("two"), time);
        assertFalse(keeps());
    }

    @Test
    void anotherTimeAloneIsNoChange() throws Exception {
        stamp();
        Files.setLastModifiedTime(root.resolve("two"), FileTime.fromMillis(0));
        assertTrue(keeps());
    }

    @Test
    void anotherModeIsSeen() throws Exception {
        assumeTrue(Seen.hasPermissions(root), "needs a file system with POSIX permissions");
        stamp();
        Trees.put(root, file("dir/tool", "2"));
        assertFalse(keeps());
    }

    @Test
    void aMissingFileIsSeen() throws Exception {
        stamp();
        Files.delete(root.resolve("two"));
        assertFalse(keeps());
    }

    @Test
    void anythingElseInTheirPlaceIsSeen() throws Exception {
        stamp();
        Files.move(root.resolve("two"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("two"), temp.resolve("elsewhere"));
        assertFalse(keeps());
        Files.delete(root.resolve("two"));
        Files.createDirectory(root.resolve("two"));
        assertFalse(keeps());
    }

    /** The same files with the same inodes, but not in the tree. */
    @Test
    void aLinkInPlaceOfTheirDirectoryIsSeen() throws Exception {
        stamp();
        Files.move(root.resolve("dir"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("dir"), temp.resolve("elsewhere"));
        assertFalse(keeps());
    }

    @Test
    void aPathThatLeavesTheTreeIsNotKept() throws IOException {
        Files.writeString(temp.resolve("outside"), "1");
        known = List.of(new KnownFile("../outside", KnownFile.state(TREE.get(0)), ""));
        assertFalse(keeps());
    }

    @Test
    void whatIsKeptAndAddedAsWellIsAProgrammingError() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            assertTrue(draft.keep(known));
            assertTrue(draft.keep(known));
            assertThrows(IllegalArgumentException.class, draft::commit);
        }
    }

    @Test
    void whatIsOwnedBesideThemGoes() throws IOException {
        Trees.put(root, file("dir/old", "1"));
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            var draft = session.draft();
            assertTrue(draft.keep(known));
            draft.add(List.of(), Set.of("dir/old"));
            assertEquals(new Changes(List.of(), List.of("dir/old"), 3), draft.commit());
        }
        assertEquals(Snapshot.of(TREE), Snapshot.of(root));
    }

    /** Stamps them when their last change is old enough to tell it from a later one. */
    private void stamp() throws Exception {
        assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("unix"), "needs a file system with inodes");
        while (known.stream().anyMatch(file -> file.stamp().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(20);
            known = known.stream().map(file -> file.stamped(root, Instant.now())).toList();
        }
    }

    private boolean keeps() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            return session.draft().keep(known);
        }
    }
}
