package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Git work tree: a clone, a work tree beside one, or a submodule. */
final class GitWorkTree {

    private final Path top;
    private final Git git;

    private GitWorkTree(Path top) {
        this.top = top;
        this.git = new Git(top);
    }

    /**
     * The work tree that a path lies in.
     *
     * @throws GitException if it lies in none, or in one that git does not read
     */
    static GitWorkTree around(Path path) throws IOException {
        GitWorkTree tree = unread(path);
        tree.requireReadable();
        return tree;
    }

    /** The same, where git has not been asked yet whether it reads it. */
    static GitWorkTree unread(Path path) throws GitException {
        Optional<Path> top = top(path);
        if (top.isEmpty()) {
            throw new GitException(path + " does not lie in a git work tree");
        }
        return new GitWorkTree(top.get());
    }

    private void requireReadable() throws IOException {
        if (!git.ask("rev-parse", "--is-inside-work-tree").isYes()) {
            throw new GitException("git does not read " + top + ": "
                    + git.complaint("rev-parse", "--is-inside-work-tree"));
        }
    }

    /** The top of the work tree that a path lies in, whether git reads it or not. */
    static Optional<Path> top(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    Git git() {
        return git;
    }

    Path top() {
        return top;
    }

    /**
     * Whether Git is told to leave a folder alone, so that no commit will ever hold it.
     *
     * @param folder need not exist; {@code manifests/} in a {@code .gitignore} means it all the same
     * @throws GitException if git does not read the work tree
     */
    boolean ignores(Path folder) throws IOException {
        String path = Files.exists(folder) ? relative(folder) : relative(folder) + "/";
        Git.Answer answer = git.ask("check-ignore", "--quiet", "--", path);
        if (!answer.isYes() && !answer.isNo()) {
            requireReadable();
        }
        return answer.isYes();
    }

    /** A path in the work tree as Git writes it; empty for the top. */
    String relative(Path path) {
        return top.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /**
     * The regular files of a commit.
     *
     * @param folder relative to the top; empty for all
     * @return by their path in the folder
     */
    SortedMap<String, GitFile> files(String commit, String folder) throws IOException {
        String below = folder.isEmpty() ? "" : folder + "/";
        Git.Answer answer = folder.isEmpty()
                ? git.ask("ls-tree", "-r", "-z", "--full-tree", commit)
                : git.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", below);
        if (!answer.isYes()) {
            throw new GitException("git cannot list the commit " + commit + ": "
                    + git.complaint("ls-tree", "-r", "--full-tree", commit));
        }
        SortedMap<String, GitFile> files = new TreeMap<>();
        for (String line : new String(answer.output(), StandardCharsets.UTF_8).split("\0")) {
            Optional<GitFile> file = GitFile.parse(line);
            if (file.isPresent() && file.get().path().startsWith(below)) {
                files.put(file.get().path().substring(below.length()), file.get());
            }
        }
        return files;
    }

    /** A file of a commit. */
    record GitFile(String path, String id, boolean executable) {

        private static final String REGULAR = "100";

        /** Reads {@code <mode> <type> <id>\t<path>}; empty where that is a link or a submodule. */
        private static Optional<GitFile> parse(String line) {
            int tab = line.indexOf('\t');
            if (tab < 0 || !line.startsWith(REGULAR)) {
                return Optional.empty();
            }
            String[] words = line.substring(0, tab).split(" ");
            return Optional.of(new GitFile(line.substring(tab + 1), words[2], words[0].endsWith("755")));
        }
    }
}
