package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user's own {@code git}, for questions that change nothing: it asks nobody, takes no lock, starts no pager, runs no
 * hook, no filter and no monitor of the file system, and knows no other repository than the one of its folder, also
 * where a hook of another one started Maven.
 */
final class Git {

    /** What {@code git rev-parse --local-env-vars} names, as far as it says which repository is meant. */
    private static final Set<String> OTHER_REPOSITORY = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
            "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE");

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** What a command said on its standard output. */
    record Answer(int exit, byte[] output) {

        boolean isYes() {
            return exit == 0;
        }

        /** Commands that answer a question exit with 1 for no, and with more where they fail. */
        boolean isNo() {
            return exit == 1;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    /** Runs a command to its end. */
    Answer ask(String... arguments) throws IOException {
        return answer(command(arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** The paths that a command lists with {@code -z}; none where git cannot be asked. */
    Set<String> list(String... arguments) {
        try {
            Answer answer = ask(arguments);
            return answer.isYes() && answer.output().length > 0
                    ? new HashSet<>(List.of(new String(answer.output(), StandardCharsets.UTF_8).split("\0")))
                    : Set.of();
        } catch (IOException noGit) {
            return Set.of();
        }
    }

    /** The first line of what a command says that fails. */
    String complaint(String... arguments) throws IOException {
        return answer(command(arguments).redirectErrorStream(true)).text().lines().findFirst().orElse("it says nothing");
    }

    /** A command that is to be talked to. */
    Process start(String... arguments) throws IOException {
        return start(command(arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private static Answer answer(ProcessBuilder command) throws IOException {
        Process process = start(command);
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            byte[] output = out.readAllBytes();
            return new Answer(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException("waiting for git was interrupted");
        } finally {
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder command) throws GitException {
        try {
            return command.start();
        } catch (IOException e) {
            throw new GitException("git cannot be run: it is not installed, or not on the PATH");
        }
    }

    private ProcessBuilder command(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of("git", "--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=false", "-C", folder.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeAll(OTHER_REPOSITORY);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
