package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A commit that somebody named.
 *
 * @param commit its full id
 * @param shown what to call it before users
 * @param note what a comparison with it would mislead about; one sentence
 */
record Revision(String commit, String shown, Optional<String> note) {

    static final String HEAD = "HEAD";

    /** As in {@code git diff main...}: the commit at which HEAD left main. */
    private static final String MERGE_BASE = "...";

    /** Nothing that git could take for an option, a path or a range. */
    private static final Pattern NAME = Pattern.compile("[^-\\s:\\p{Cntrl}][^\\s:\\p{Cntrl}]*");

    private static final String CI = " (GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)";

    /**
     * Finds a commit.
     *
     * @param name as {@code git rev-parse} takes it; with {@code ...} at its end, the commit at which HEAD left it
     * @throws GitException if there is none; says how to fetch it
     */
    static Revision named(String name, GitWorkTree tree) throws IOException {
        boolean mergeBase = name.endsWith(MERGE_BASE);
        String plain = mergeBase ? name.substring(0, name.length() - MERGE_BASE.length()) : name;
        Optional<String> found = find(plain, tree.git());
        if (found.isEmpty()) {
            throw new GitException("git knows no revision '" + plain + "'" + mend(plain, tree.git()));
        }
        String commit = found.get();
        if (mergeBase) {
            String base = mergeBase(plain, commit, tree.git());
            return new Revision(base, brief(base) + ", where HEAD left " + plain, Optional.empty());
        }
        return new Revision(commit, plain + " (" + brief(commit) + ")", note(plain, commit, tree.git()));
    }

    /** The commit that is checked out; empty before the first. */
    static Optional<Revision> head(GitWorkTree tree) throws IOException {
        Optional<String> commit = find(HEAD, tree.git());
        return commit.isEmpty() ? Optional.empty() : Optional.of(
                new Revision(commit.get(), "the last commit (" + brief(commit.get()) + ")", Optional.empty()));
    }

    private static Optional<String> find(String name, Git git) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new GitException("'" + name + "' is no name of a git revision");
        }
        Git.Answer answer = git.ask("rev-parse", "--verify", "--quiet", name + "^{commit}");
        return answer.isYes() ? Optional.of(answer.text()) : Optional.empty();
    }

    private static String mergeBase(String name, String commit, Git git) throws IOException {
        Git.Answer answer = git.ask("merge-base", HEAD, commit);
        if (!answer.isYes()) {
            throw new GitException("HEAD and " + name + " have no commit in common"
                    + (isShallow(git) ? " in this shallow clone: run `git fetch --unshallow`" + CI : ""));
        }
        return answer.text();
    }

    private static Optional<String> note(String name, String commit, Git git) throws IOException {
        if (isShallow(git)) {
            return Optional.empty();
        }
        Git.Answer answer = git.ask("rev-list", "--count", HEAD + ".." + commit);
        if (!answer.isYes() || answer.text().equals("0")) {
            return Optional.empty();
        }
        return Optional.of(name + " has " + commits(answer.text()) + " that HEAD does not have, and what "
                + "they changed looks undone; " + name + MERGE_BASE + " compares with where HEAD left it");
    }

    private static String commits(String number) {
        return number.equals("1") ? "1 commit" : number + " commits";
    }

    private static String mend(String name, Git git) throws IOException {
        boolean shallow = isShallow(git);
        int slash = name.indexOf('/');
        boolean ofRemote = slash > 0 && git.ask("remote").text().lines().anyMatch(name.substring(0, slash)::equals);
        if (ofRemote) {
            String branch = name.substring(slash + 1);
            return ": run `git fetch " + (shallow ? "--depth=1 " : "") + name.substring(0, slash) + " " + branch
                    + ":refs/remotes/" + name + "`" + (shallow ? CI : "");
        }
        return shallow
                ? " in this shallow clone: run `git fetch --unshallow`" + CI
                : ": is it spelled right, and fetched?";
    }

    private static boolean isShallow(Git git) throws IOException {
        return git.ask("rev-parse", "--is-shallow-repository").text().equals("true");
    }

    private static String brief(String commit) {
        return commit.substring(0, 8);
    }
}
