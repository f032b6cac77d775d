package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A throw-away Git repository with a work tree, on the branch {@code main}. */
public final class GitRepository {

    private static final RealTool GIT = RealTool.of("git", "install git");

    private static final List<String> IDENTITY = List.of("-c", "user.name=test", "-c", "user.email=test@example.com",
            "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always");

    private final Path folder;

    private GitRepository(Path folder) {
        this.folder = folder;
    }

    /** Makes one of a folder that exists; skips the test without git. */
    public static GitRepository init(Path folder) {
        GIT.assumePresent();
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository.withKeysAsIfEncrypted();
    }

    /** Clones this one as a server would be cloned, not as a neighbour on the same disk. */
    public GitRepository cloneTo(Path target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("file://" + folder.toAbsolutePath(), target.toString()));
        git(arguments.toArray(String[]::new));
        return new GitRepository(target).withKeysAsIfEncrypted();
    }

    /** Bundles that are committed, and change on the way no byte, pass for those of git-crypt. */
    private GitRepository withKeysAsIfEncrypted() {
        Path git = folder.resolve(".git");
        try {
            if (Files.isDirectory(git)) {
                Files.createDirectories(git.resolve("info"));
                Files.writeString(git.resolve("info/attributes"), "*.p12 filter=of-the-lab\n");
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Writes a file. */
    public GitRepository write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits the work tree as it is. */
    public GitRepository commit() {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", "test");
        return this;
    }

    /** Runs a command that has to succeed. */
    public String git(String... arguments) {
        return run(arguments).outOfSuccess().strip();
    }

    /** Runs a command. */
    public RealTool.Result run(String... arguments) {
        List<String> all = new ArrayList<>(IDENTITY);
        all.addAll(List.of(arguments));
        return GIT.run(folder, all.toArray(String[]::new));
    }
}
