package io.github.ipsecmaven.previous;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output directory as it was, read through the real git. */
class PastTreeTest {

    private static final String INVENTORY = """
            apiVersion: ipsec-maven.github.io/v1
            kind: Inventory
            cluster: east
            network: {mode: External}
            disruptionPolicy: false
            connections: {}
            pools: {}
            files: {clusters/east/one.yaml: '00', argocd/east/kustomization.yaml: '01', argocd/east/gone.yaml: '02'}
            """;

    @TempDir
    private Path temp;

    private GitRepository git;
    private Path output;

    @BeforeEach
    void commitATree() throws IOException {
        git = GitRepository.init(Files.createDirectory(temp.resolve("git")));
        output = git.folder().resolve("manifests");
        write("manifests").commit();
        git.git("tag", "first");
    }

    @Test
    void theCommitCountsAndNotTheDisk() throws Exception {
        git.write("manifests/clusters/east/one.yaml", "changed").write("manifests/clusters/east/two.yaml", "new");
        assertEquals("one\n", text(PastTree.at(output, "HEAD"), "clusters/east/one.yaml"));
        assertEquals("changed", text(PastTree.onDisk(output), "clusters/east/one.yaml"));
        assertEquals(Set.of("clusters/east/inventory.yaml", "clusters/east/one.yaml",
                "argocd/east/kustomization.yaml"), files(PastTree.at(output, "HEAD")).keySet());
        assertEquals(Set.of("clusters/east/inventory.yaml", "clusters/east/one.yaml", "clusters/east/two.yaml",
                "argocd/east/kustomization.yaml"), files(PastTree.onDisk(output)).keySet());
    }

    @Test
    void anyRevisionCanBeRead() throws Exception {
        git.write("manifests/clusters/east/one.yaml", "later").commit();
        for (String revision : List.of("first", "HEAD~1", "refs/tags/first", git.git("rev-parse", "first"))) {
            assertEquals("one\n", text(PastTree.at(output, revision), "clusters/east/one.yaml"), revision);
        }
        assertEquals("later", text(PastTree.at(output, "main"), "clusters/east/one.yaml"));
    }

    @Test
    void contentsAreComparedWithoutReadingThem() throws Exception {
        try (PastTree tree = PastTree.at(output, "HEAD")) {
            assertTrue(tree.holds("clusters/east/one.yaml", bytes("one\n")));
            assertFalse(tree.holds("clusters/east/one.yaml", bytes("one")));
            assertFalse(tree.holds("clusters/east/two.yaml", bytes("one\n")));
        }
    }

    @Test
    void everyByteAndNameComesBack() throws Exception {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String name = "clusters/east/tab\t\"quotes\" äöü.bin";
        Files.write(output.resolve(name), all);
        Files.write(output.resolve("clusters/east/empty"), new byte[0]);
        Files.createSymbolicLink(output.resolve("clusters/east/link"), Path.of("one.yaml"));
        git.git("config", "core.quotePath", "true");
        git.commit();
        SortedMap<String, byte[]> files = files(PastTree.at(output, "HEAD"));
        assertArrayEquals(all, files.get(name));
        assertEquals(0, files.get("clusters/east/empty").length);
        assertFalse(files.containsKey("clusters/east/link"));
        assertEquals(files.keySet(), files(PastTree.onDisk(output)).keySet());
    }

    @Test
    void theLineEndsOfACheckoutDoNotCount() throws Exception {
        git.git("config", "core.autocrlf", "true");
        Files.delete(output.resolve("clusters/east/one.yaml"));
        git.git("checkout", "--quiet", "--", ".");
        assertEquals("one\r\n", Files.readString(output.resolve("clusters/east/one.yaml")));
        assertEquals("one\n", text(PastTree.at(output, "HEAD"), "clusters/east/one.yaml"));
    }

    @Test
    void executableFilesAreKnown() throws Exception {
        Path script = output.resolve("clusters/east/verify.sh");
        Files.writeString(script, "");
        assertTrue(script.toFile().setExecutable(true));
        git.commit();
        try (PastTree tree = PastTree.at(output, "HEAD")) {
            for (PastTree each : List.of(tree, PastTree.onDisk(output))) {
                assertEquals(Optional.of(true), each.executable("clusters/east/verify.sh"));
                assertEquals(Optional.of(false), each.executable("clusters/east/one.yaml"));
                assertEquals(Optional.empty(), each.executable("clusters/east/two.yaml"));
            }
        }
    }

    /** A submodule and a linked work tree have a file {@code .git}. */
    @Test
    void workTreesAndSubmodulesAreWorkTrees() throws Exception {
        git.git("worktree", "add", "--quiet", "--detach", temp.resolve("linked").toString());
        assertEquals("one\n", text(PastTree.at(temp.resolve("linked/manifests"), "HEAD"), "clusters/east/one.yaml"));
        GitRepository parent = GitRepository.init(Files.createDirectory(temp.resolve("parent")));
        parent.git("submodule", "--quiet", "add", "file://" + git.folder(), "config");
        assertEquals("one\n",
                text(PastTree.at(parent.folder().resolve("config/manifests"), "HEAD"), "clusters/east/one.yaml"));
    }

    @Test
    void theOutputDirectoryMayBeTheTop() throws Exception {
        GitRepository other = GitRepository.init(Files.createDirectory(temp.resolve("other")));
        other.write("clusters/east/inventory.yaml", INVENTORY).commit();
        try (PastTree tree = PastTree.at(other.folder(), "HEAD")) {
            assertEquals(Set.of("east"), tree.clusters());
            assertEquals(List.of(), tree.notes());
        }
    }

    @Test
    void theRepositoryNamesNoProgramToRun() throws Exception {
        Path ran = temp.resolve("ran");
        Path program = Files.writeString(temp.resolve("program"), "#!/bin/sh\ntouch " + ran + "\nexec cat\n");
        assertTrue(program.toFile().setExecutable(true));
        git.write(".gitattributes", "* filter=own diff=own text=auto\n").commit();
        for (String key : List.of("core.pager", "pager.ls-tree", "core.fsmonitor", "filter.own.smudge",
                "filter.own.clean", "diff.own.textconv", "diff.external", "core.editor", "core.askPass")) {
            git.git("config", key, program.toString());
        }
        Files.copy(program, git.folder().resolve(".git/hooks/post-index-change"));
        assertEquals("one\n", text(PastTree.at(output, "HEAD"), "clusters/east/one.yaml"));
        PastTree.baseline(output).close();
        assertFalse(Files.exists(ran));
    }

    @Test
    void withoutATreeEverythingIsNew() throws Exception {
        git.git("rm", "-r", "--quiet", "--cached", "manifests");
        git.git("commit", "--quiet", "--message", "no tree");
        try (PastTree tree = PastTree.at(output, "HEAD")) {
            assertEquals(Set.of(), tree.clusters());
            assertEquals(List.of("there is no tree in manifests of " + tree.shown() + ": everything is new"), tree.notes());
        }
    }

    @Test
    void aRenamedOutputDirectoryIsFound() throws Exception {
        git.git("mv", "manifests", "out");
        try (PastTree tree = PastTree.at(git.folder().resolve("out"), "HEAD")) {
            assertEquals(Set.of("east"), tree.clusters());
            assertEquals(List.of("the output directory was manifests in " + tree.shown()), tree.notes());
        }
    }

    @Test
    void aSecondOutputDirectoryIsNotARenamedOne() throws Exception {
        try (PastTree tree = PastTree.at(git.folder().resolve("out"), "HEAD")) {
            assertEquals(Set.of(), tree.clusters());
        }
        write("two");
        git.commit().git("rm", "-r", "--quiet", "manifests", "two");
        try (PastTree tree = PastTree.at(git.folder().resolve("out"), "HEAD")) {
            assertEquals(Set.of(), tree.clusters());
            assertEquals(List.of("there is no tree in out of " + tree.shown() + ", but in manifests, two: everything is new"),
                    tree.notes());
        }
    }

    @Test
    void somebodyElsesInventoryIsNoTree() throws Exception {
        git.git("mv", "manifests", "old");
        git.write("ansible/clusters/lab/inventory.yaml", "all: {hosts: {}}").commit();
        git.git("rm", "-r", "--quiet", "ansible", "old");
        try (PastTree tree = PastTree.at(output, "HEAD")) {
            assertEquals(List.of("the output directory was old in " + tree.shown()), tree.notes());
        }
    }

    @Test
    void aPullRequestStartsWhereItLeftItsBranch() throws Exception {
        git.git("checkout", "--quiet", "-b", "topic");
        git.write("topic", "").commit();
        git.git("checkout", "--quiet", "main");
        git.write("manifests/clusters/east/one.yaml", "main went on").commit();
        git.git("checkout", "--quiet", "topic");
        assertEquals("one\n", text(PastTree.at(output, "main..."), "clusters/east/one.yaml"));
        assertEquals("main went on", text(PastTree.at(output, "main"), "clusters/east/one.yaml"));
        try (PastTree tip = PastTree.at(output, "main"); PastTree start = PastTree.at(output, "main...")) {
            assertEquals(List.of("main has 1 commit that HEAD does not have, and what they changed looks undone; "
                    + "main... compares with where HEAD left it"), tip.notes());
            assertEquals(git.git("rev-parse", "first").substring(0, 8) + ", where HEAD left main", start.shown());
            assertEquals(List.of(), start.notes());
        }
    }

    @Test
    void aMissingRevisionIsSaidInOneLine() {
        assertFails("git knows no revision 'nowhere': is it spelled right, and fetched?", output, "nowhere");
        assertFails("git knows no revision 'origin/main': is it spelled right, and fetched?", output, "origin/main");
        for (String strange : List.of("--help", "", "HEAD:manifests", "a b", "a\nb", "...")) {
            assertTrue(message(output, strange).endsWith(" is no name of a git revision"), strange);
        }
        assertFails("git knows no revision 'main..HEAD': is it spelled right, and fetched?", output, "main..HEAD");
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws Exception {
        git.git("checkout", "--quiet", "-b", "topic");
        git.write("topic", "").commit();
        GitRepository clone = git.cloneTo(temp.resolve("clone"), "--depth=1", "--branch=topic");
        Path there = clone.folder().resolve("manifests");
        assertEquals("one\n", text(PastTree.at(there, "HEAD"), "clusters/east/one.yaml"));
        assertFails("git knows no revision 'HEAD~1' in this shallow clone: run `git fetch --unshallow` "
                + "(GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)", there, "HEAD~1");
        String fetch = "git fetch --depth=1 origin main:refs/remotes/origin/main";
        assertFails("git knows no revision 'origin/main': run `" + fetch
                + "` (GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)", there, "origin/main");
        clone.git(fetch.substring("git ".length()).split(" "));
        assertEquals("one\n", text(PastTree.at(there, "origin/main"), "clusters/east/one.yaml"));
        assertFails("HEAD and origin/main have no commit in common in this shallow clone: run `git fetch --unshallow` "
                + "(GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)", there, "origin/main...");
        clone.git("fetch", "--quiet", "--unshallow");
        assertEquals("one\n", text(PastTree.at(there, "origin/main..."), "clusters/east/one.yaml"));
    }

    @Test
    void aCloneOfOneBranchSaysWhatToFetch() throws Exception {
        git.git("checkout", "--quiet", "-b", "topic");
        GitRepository clone = git.cloneTo(temp.resolve("clone"), "--single-branch");
        assertFails("git knows no revision 'origin/main': run `git fetch origin main:refs/remotes/origin/main`",
                clone.folder().resolve("manifests"), "origin/main");
    }

    @Test
    void withoutAWorkTreeThereIsNoRevision() throws Exception {
        Path nowhere = temp.resolve("nowhere");
        assertFails(nowhere + " does not lie in a git work tree", nowhere, "HEAD");
        Files.createDirectory(nowhere);
        Files.writeString(nowhere.resolve(".git"), "gitdir: /does/not/exist\n");
        assertFails("git does not read " + nowhere + ": fatal: not a git repository: /does/not/exist", nowhere, "HEAD");
    }

    @Test
    void anInventoryWithConflictMarksIsDamaged() throws Exception {
        git.write("manifests/clusters/east/inventory.yaml",
                INVENTORY.replace("cluster: east\n", "<<<<<<< HEAD\ncluster: east\n=======\ncluster: west\n>>>>>>> topic\n"))
                .commit();
        try (PastTree tree = PastTree.at(output, "HEAD")) {
            InventoryYaml.Damaged damaged = assertThrows(InventoryYaml.Damaged.class, () -> tree.inventory("east"));
            assertEquals("it holds the conflict marks of a merge", damaged.getMessage());
        }
    }

    @Test
    void anInventoryReachesNothingAboveTheOutput() throws Exception {
        git.write("secret", "").write("manifests/clusters/east/inventory.yaml",
                INVENTORY.replace("argocd/east/gone.yaml", "../secret"));
        assertFalse(files(PastTree.onDisk(output)).containsKey("../secret"));
        git.commit();
        assertFalse(files(PastTree.at(output, "HEAD")).containsKey("../secret"));
    }

    private GitRepository write(String folder) throws IOException {
        return git.write(folder + "/clusters/east/inventory.yaml", INVENTORY)
                .write(folder + "/clusters/east/one.yaml", "one\n")
                .write(folder + "/argocd/east/kustomization.yaml", "argo\n")
                .write(folder + "/argocd/west/kustomization.yaml", "somebody else's\n");
    }

    private static SortedMap<String, byte[]> files(PastTree tree) throws Exception {
        try (tree) {
            return tree.files("east");
        }
    }

    private static String text(PastTree tree, String path) throws Exception {
        return new String(files(tree).get(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertFails(String message, Path output, String revision) {
        assertEquals(message, message(output, revision));
    }

    private static String message(Path output, String revision) {
        return assertThrows(GitException.class, () -> PastTree.at(output, revision)).getMessage();
    }
}
