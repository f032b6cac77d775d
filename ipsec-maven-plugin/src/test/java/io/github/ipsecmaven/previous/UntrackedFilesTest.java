package io.github.ipsecmaven.previous;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntrackedFilesTest {

    @TempDir
    private Path folder;

    @Test
    void asksOfSomeFilesOnly() throws Exception {
        GitRepository git = GitRepository.init(folder).write("tracked", "").write("keys/a [1].p12", "");
        git.commit();
        git.write(".gitignore", "ignored").write("ignored", "").write("keys/b*.p12", "").write("other", "");

        assertEquals(Set.of("keys/b*.p12"),
                UntrackedFiles.among(List.of("tracked", "ignored", "missing", "keys/a [1].p12", "keys/b*.p12"), folder));
    }

    /** More than one command can name. */
    @Test
    void asksOfManyFiles() throws Exception {
        GitRepository.init(folder);
        Set<String> paths = new TreeSet<>();
        for (int i = 0; i < 400; i++) {
            String name = "a-key-with-a-name-that-is-long-enough-for-some-hundreds-of-them-to-be-too-many-for-windows-" + i;
            Files.createFile(folder.resolve(name));
            paths.add(name);
        }

        assertEquals(paths, UntrackedFiles.among(paths, folder));
    }

    @Test
    void knowsNoneOutsideOfGit() throws Exception {
        Files.createFile(folder.resolve("key"));

        assertEquals(Set.of(), UntrackedFiles.among(List.of("key"), folder));
    }
}
