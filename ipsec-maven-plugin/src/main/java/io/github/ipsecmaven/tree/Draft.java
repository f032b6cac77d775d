package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The next tree, as its files come in: one that differs from what lies there is staged at once, so no bytes are kept in
 * memory. Threads may add at the same time. The folder changes when all is committed, as a whole and once.
 */
public final class Draft {

    private final Path root;
    private final Journal journal;
    private final Survey survey;
    private final Queue<Addition> additions = new ConcurrentLinkedQueue<>();
    private final Queue<List<String>> kept = new ConcurrentLinkedQueue<>();
    private final Set<String> owned = ConcurrentHashMap.newKeySet();
    private volatile boolean committed;

    /** How what lies at a path differs from a wanted file. */
    enum Difference { EXECUTABLE_BIT, CONTENT, NO_FILE }

    /**
     * A file that does not lie at its path as it is wanted.
     *
     * @param batch where its bytes wait
     */
    record Wanted(String path, Difference difference, Batch batch, Fingerprint fingerprint)
            implements Comparable<Wanted> {

        /** By path. */
        @Override
        public int compareTo(Wanted other) {
            return path.compareTo(other.path);
        }
    }

    /**
     * Files that came together.
     *
     * @param differing those that do not lie there as they are wanted
     * @param same the paths of the others
     * @param paths of all
     */
    record Addition(List<Wanted> differing, List<String> same, DistinctPaths paths) {}

    Draft(Path root, Journal journal) {
        this.root = root;
        this.journal = journal;
        this.survey = new Survey(root);
    }

    /**
     * Wants files. When this returns, their bytes are on disk; where it throws, none of them is wanted.
     *
     * @param owned paths that earlier runs wrote; what could not be one of ours is ignored. They are removed unless they
     *     are wanted
     * @throws IllegalArgumentException as for {@link #commit}, if these files alone are reason enough
     */
    public void add(Collection<TreeFile> files, Set<String> owned) throws IOException {
        requireOpen();
        // Staged, they lie side by side already.
        var paths = new DistinctPaths();
        for (var file : files) {
            paths.add(file.path());
        }
        var staging = journal.staging(TreePath.commonDirectory(files));
        var differing = new ArrayList<Wanted>();
        var same = new ArrayList<String>();
        for (var file : files) {
            var difference = difference(file);
            if (difference.isEmpty()) {
                same.add(file.path());
            } else {
                var fingerprint = staging.write(file);
                differing.add(new Wanted(file.path(), difference.get(), staging.batch(), fingerprint));
            }
        }
        additions.add(new Addition(differing, same, paths));
        this.owned.addAll(owned);
    }

    /**
     * Wants files that an earlier run left, where each of them lies there as it did. Then nothing needs to be written for
     * them.
     *
     * @return whether that is so; else none of them is wanted
     */
    public boolean keep(Collection<KnownFile> files) throws IOException {
        requireOpen();
        var paths = new ArrayList<String>();
        for (var file : files) {
            if (!TreePath.isValid(file.path()) || !survey.reaches(file.path()) || !file.isAt(root)) {
                return false;
            }
            paths.add(file.path());
        }
        kept.add(paths);
        return true;
    }

    private Optional<Difference> difference(TreeFile file) throws IOException {
        var seen = survey.at(file.path());
        if (!seen.isFileAt(file.path())) {
            return Optional.of(Difference.NO_FILE);
        }
        var path = root.resolve(file.path());
        if (seen.size() != file.bytes().length || !Arrays.equals(Files.readAllBytes(path), file.bytes())) {
            return Optional.of(Difference.CONTENT);
        }
        return Seen.hasPermissions(path) && seen.executable() != file.executable()
                ? Optional.of(Difference.EXECUTABLE_BIT)
                : Optional.empty();
    }

    /**
     * Makes the folder hold the wanted files: moves those that differ into place, removes owned files that are not
     * wanted, and the directories that this leaves empty. Where that fails, the folder is as before. A wanted file that
     * is not owned but already has the wanted bytes is adopted.
     *
     * @throws ForeignFilesException if something that we do not own is in the way, or a link is on the way
     * @throws IllegalArgumentException if wanted paths are the same, differ in case only, or one is a directory of
     *     another
     */
    public Changes commit() throws ForeignFilesException, IOException {
        requireOpen();
        committed = true;
        var there = new ArrayList<String>();
        var wanted = new ArrayList<Wanted>();
        for (var paths : kept) {
            there.addAll(paths);
        }
        for (var addition : additions) {
            there.addAll(addition.same());
            wanted.addAll(addition.differing());
        }
        var delta = wanted.isEmpty() && isWhole(there) ? Delta.NONE : Delta.between(root, distinct(), wanted, owned);
        if (!delta.isEmpty()) {
            journal.carryOut(delta);
        }
        return delta.changes(there.size());
    }

    /** Whether files that lie side by side, as they can, are all that we own. */
    private boolean isWhole(Collection<String> there) {
        var paths = new HashSet<>(there);
        return paths.size() == there.size() && paths.containsAll(owned);
    }

    private DistinctPaths distinct() {
        var distinct = new DistinctPaths();
        for (var addition : additions) {
            distinct.addAll(addition.paths());
        }
        for (var paths : kept) {
            for (var path : paths) {
                distinct.add(path);
            }
        }
        return distinct;
    }

    private void requireOpen() {
        if (committed) {
            throw new IllegalStateException("The draft is committed");
        }
    }
}
