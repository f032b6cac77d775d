package io.github.ipsecmaven.tree;

import static io.github.ipsecmaven.tree.Trees.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we did not write is neither overwritten nor removed. */
class ForeignFilesTest {

    @TempDir
    private Path temp;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temp.resolve("out"));
    }

    @Test
    void everythingThatIsInTheWayIsListedAndNothingIsWritten() throws IOException {
        Trees.lay(root, List.of(file("b", "mine"), file("c/mine", "mine"), file("d", "mine"), file("owned", "1")));
        var before = Snapshot.exact(root);
        var wanted = List.of(
                file("a", "1"), file("b", "1"), file("c", "1"), file("d/e", "1"), file("d/f", "1"), file("owned", "2"));
        var thrown =
                assertThrows(ForeignFilesException.class, () -> Trees.write(root, wanted, Set.of("owned", "absent")));
        assertEquals(
                "Nothing was written, because of what is in " + root.toRealPath() + ":\n"
                        + "  b was not written by us, and its content differs from ours\n"
                        + "  c is a directory where a file is needed\n"
                        + "  d is a file where a directory is needed",
                thrown.getMessage());
        assertEquals(List.of("b", "c", "d"), thrown.obstacles().stream().map(obstacle -> obstacle.path()).toList());
        assertEquals(before, Snapshot.exact(root));
    }

    @Test
    void aDirectoryThatKeepsAForeignFileIsInTheWayOfAFile() throws IOException {
        Trees.lay(root, List.of(file("dir/mine", "mine"), file("dir/ours", "1")));
        assertObstacle("dir", List.of(file("dir", "1")), Set.of("dir/ours"));
        assertTrue(Files.exists(root.resolve("dir/ours")));
    }

    @Test
    void aSpecialFileIsInTheWay() throws IOException {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("socket")));
            assertObstacle("socket", List.of(file("socket", "1")), Set.of("socket"));
            assertObstacle("socket", List.of(file("socket/a", "1")), Set.of("socket"));
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "needs an operating system with UNIX domain sockets");
        }
    }

    @Test
    void aLinkOnTheWayToAWantedFileIsRefused() throws IOException {
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("link"), outside);
        assertObstacle("link", List.of(file("link/a", "1")), Set.of());
        assertObstacle("link", List.of(file("link", "1")), Set.of("link"));
        Files.createSymbolicLink(root.resolve("dangling"), temp.resolve("missing"));
        assertObstacle("dangling", List.of(file("dangling", "1")), Set.of());
        assertEquals(0, outside.toFile().list().length);
    }

    @Test
    void aLinkOnTheWayToAnOwnedFileIsRefused() throws IOException {
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("a"), "mine");
        Files.createSymbolicLink(root.resolve("link"), outside);
        assertObstacle("link", List.of(), Set.of("link/a"));
        assertTrue(Files.exists(outside.resolve("a")));
    }

    private void assertObstacle(String path, List<TreeFile> wanted, Set<String> owned) {
        var thrown = assertThrows(ForeignFilesException.class, () -> Trees.write(root, wanted, owned));
        assertEquals(List.of(path), thrown.obstacles().stream().map(obstacle -> obstacle.path()).toList());
    }
}
