package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Git work tree, asked through the user's own {@code git}. */
final class GitWorkTree {

    private static final long PATIENCE_SECONDS = 30;

    private final Path top;

    private GitWorkTree(Path top) {
        this.top = top;
    }

    /** The work tree that a path lies in, where it lies in one that {@code git} can read. */
    static Optional<GitWorkTree> around(Path path) {
        for (Path folder = path.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                GitWorkTree tree = new GitWorkTree(folder);
                return tree.run(List.of("rev-parse", "--is-inside-work-tree")).filter(answer -> answer.exit() == 0)
                        .map(answer -> tree);
            }
        }
        return Optional.empty();
    }

    /** Whether Git is told to leave a path alone, so that no commit will ever hold it. */
    boolean ignores(Path path) {
        return run(List.of("check-ignore", "--quiet", "--", relative(path))).filter(answer -> answer.exit() == 0)
                .isPresent();
    }

    /** A file's content in the commit that is checked out; empty where it is not in it. */
    Optional<byte[]> committed(Path file) {
        String object = "HEAD:" + relative(file);
        Optional<Answer> exists = run(List.of("cat-file", "-e", object));
        if (exists.isEmpty() || exists.get().exit() != 0) {
            return Optional.empty();
        }
        return run(List.of("cat-file", "blob", object)).filter(answer -> answer.exit() == 0).map(Answer::output);
    }

    private String relative(Path path) {
        return top.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private record Answer(int exit, byte[] output) {}

    private Optional<Answer> run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", top.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                byte[] output = out.readAllBytes();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
                return Optional.of(new Answer(process.exitValue(), output));
            }
        } catch (IOException gitIsNotInstalled) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
