package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static io.github.ipsecmaven.tree.Trees.script;
import static io.github.ipsecmaven.tree.Trees.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    private Path temp;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temp.resolve("out"));
    }

    @Test
    void aTreeIsWrittenToAFolderThatWasMissing() throws IOException {
        var missing = temp.resolve("some/where/out");
        var tree = List.of(file("b/c", "1"), script("a", "2"));
        OutputFolder.at(missing).requireWhole();
        assertEquals(new Changes(List.of("a", "b/c"), List.of(), 0), write(missing, tree, Set.of()));
        assertEquals(Snapshot.of(tree), Snapshot.of(missing));
        assertNoTraces(missing);
    }

    @Test
    void aFolderMadeForNothingGoesAgain() throws IOException {
        var missing = temp.resolve("some/where/out");
        var session = OutputFolder.at(missing).open(Duration.ZERO);
        assertThrows(
                IllegalArgumentException.class,
                () -> session.write(List.of(file("a", "1"), file("A", "1")), Set.of()));
        session.close();
        assertFalse(Files.exists(temp.resolve("some")));
    }

    @Test
    void whatDiffersIsWrittenAndWhatIsNoLongerWantedIsRemoved() throws IOException {
        var old = List.of(file("changed", "1"), file("dir/gone", "1"), file("dir/deep/gone", "1"), file("same", "1"));
        write(root, old, Set.of());
        Files.writeString(root.resolve("foreign"), "mine");
        var changes = write(root, List.of(file("changed", "2"), file("new", "1"), file("same", "1")), Trees.paths(old));
        assertEquals(new Changes(List.of("changed", "new"), List.of("dir/deep/gone", "dir/gone"), 1), changes);
        assertEquals(
                Map.of("changed", "- 2", "foreign", "- mine", "new", "- 1", "same", "- 1"), Snapshot.of(root));
        assertNoTraces(root);
    }

    @Test
    void aFileWithTheWantedBytesIsNotTouched() throws IOException {
        var tree = List.of(file("adopted", "1"), file("owned", "1"));
        Trees.lay(root, tree);
        var before = Snapshot.exact(root);
        assertEquals(new Changes(List.of(), List.of(), 2), write(root, tree, Set.of("owned")));
        assertEquals(before, Snapshot.exact(root));
    }

    @Test
    void oneSessionCanWriteAgain() throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            session.write(List.of(file("a", "1")), Set.of());
            session.write(List.of(file("b", "1")), Set.of("a"));
        }
        assertEquals(Map.of("b", "- 1"), Snapshot.of(root));
    }

    @Test
    void aClosedSessionWritesNothing() throws IOException {
        var session = OutputFolder.at(root).open(Duration.ZERO);
        session.close();
        session.close();
        assertThrows(IllegalStateException.class, () -> session.write(List.of(file("a", "1")), Set.of()));
    }

    @Test
    void aDirectoryWithAForeignFileStays() throws IOException {
        write(root, List.of(file("dir/ours", "1")), Set.of());
        Files.writeString(root.resolve("dir/mine"), "mine");
        write(root, List.of(), Set.of("dir/ours"));
        assertEquals(Map.of("dir", "directory", "dir/mine", "- mine"), Snapshot.of(root));
    }

    @Test
    void anEmptyDirectoryThatWeDidNotEmptyStays() throws IOException {
        Files.createDirectory(root.resolve("mine"));
        write(root, List.of(), Set.of("mine/missing"));
        assertTrue(Files.isDirectory(root.resolve("mine")));
    }

    @Test
    void aFileTakesThePlaceOfADirectoryThatItsOwnedFilesLeave() throws IOException {
        write(root, List.of(file("a/b/c", "1"), file("d", "1")), Set.of());
        var tree = List.of(file("a", "2"), file("d/e/f", "2"));
        write(root, tree, Set.of("a/b/c", "d"));
        assertEquals(Snapshot.of(tree), Snapshot.of(root));
    }

    @Test
    void anOwnedPathThatCouldNotBeOursIsIgnored() throws IOException {
        Files.writeString(temp.resolve("outside"), "mine");
        Files.createDirectory(root.resolve("directory"));
        var owned = Set.of("../outside", temp.resolve("outside").toString(), "", "a//b", "a\0b", "directory", ".");
        assertEquals(new Changes(List.of(), List.of(), 0), write(root, List.of(), owned));
        assertTrue(Files.exists(temp.resolve("outside")));
        assertTrue(Files.exists(root.resolve("directory")));
    }

    @Test
    void pathsThatCollideAreAProgrammingError() {
        for (var tree : List.of(
                List.of(file("a", "1"), file("a", "1")),
                List.of(file("dir/A", "1"), file("dir/a", "1")),
                List.of(file("dir/a", "1"), file("DIR/b", "1")),
                List.of(file("a", "1"), file("a/b", "1")),
                List.of(file("a/b", "1"), file("a", "1")))) {
            assertThrows(IllegalArgumentException.class, () -> write(root, tree, Set.of()), tree.toString());
        }
    }

    @Test
    void anOwnedFileThatIsTheWantedOneUnderAnotherCaseIsNotRemoved() throws IOException {
        Files.writeString(root.resolve("Name"), "old");
        if (!Files.exists(root.resolve("name"))) {
            // What a file system that ignores case does with every name.
            Files.createLink(root.resolve("name"), root.resolve("Name"));
        }
        var changes = write(root, List.of(file("name", "new")), Set.of("Name"));
        assertEquals(new Changes(List.of("name"), List.of(), 0), changes);
        assertEquals("new", Files.readString(root.resolve("name")));
    }

    @Test
    void executableFollowsRead() throws IOException {
        assumeTrue(Seen.hasPermissions(root), "needs a file system with POSIX permissions");
        var plain = Files.createFile(temp.resolve("plain"));
        var expected = PosixFilePermissions.toString(Files.getPosixFilePermissions(plain));
        write(root, List.of(file("plain", "1"), script("script", "1")), Set.of());
        assertEquals(expected, permissions("plain").replace("x", "-"));
        assertEquals(expected.replaceAll("(r.).", "$1x"), permissions("script"));
    }

    @Test
    void aLostExecutableBitIsSetAgain() throws IOException {
        assumeTrue(Seen.hasPermissions(root), "needs a file system with POSIX permissions");
        Trees.put(root, file("script", "1"));
        var changes = write(root, List.of(script("script", "1")), Set.of("script"));
        assertEquals(List.of("script"), changes.written());
        assertTrue(Files.isExecutable(root.resolve("script")));
        assertEquals(1, write(root, List.of(script("script", "1")), Set.of("script")).unchanged());
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }

    @Test
    void theRootMayBeALink() throws IOException {
        var link = Files.createSymbolicLink(temp.resolve("link"), root);
        write(link, List.of(file("a", "1")), Set.of());
        OutputFolder.at(link).requireWhole();
        assertEquals(Map.of("a", "- 1"), Snapshot.of(root));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void aRootThatIsAFileIsRefused() throws IOException {
        var notDirectory = Files.createFile(temp.resolve("file"));
        assertThrows(NotDirectoryException.class, () -> OutputFolder.at(notDirectory).open(Duration.ZERO));
    }

    @Test
    void aRootThatIsALinkToNowhereIsRefused() throws IOException {
        var link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("missing"));
        assertThrows(FileAlreadyExistsException.class, () -> OutputFolder.at(link).open(Duration.ofMinutes(1)));
    }

    @Test
    void thousandsOfFilesAreWrittenAndRecognised() throws IOException {
        var tree = new TreeFile[3000];
        Arrays.setAll(tree, i -> file("d" + i % 40 + "/f" + i, "content " + i));
        assertEquals(3000, write(root, List.of(tree), Set.of()).written().size());
        assertEquals(3000, write(root, List.of(tree), Set.of()).unchanged());
    }

    private static void assertNoTraces(Path root) {
        assertFalse(Files.exists(root.resolve(RunLock.NAME)));
        assertFalse(Files.exists(root.resolve(Journal.NAME)));
    }
}
