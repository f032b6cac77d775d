package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The next tree, as its files come in: one that differs from what lies there is staged at once, so no bytes are kept in
 * memory. Threads may add at the same time. The folder changes when all is committed, as a whole.
 */
public final class Draft {

    private final Path root;
    private final Journal journal;
    private final Queue<Wanted> wanted = new ConcurrentLinkedQueue<>();
    private final Set<String> owned = ConcurrentHashMap.newKeySet();
    private final Set<String> directories = ConcurrentHashMap.newKeySet();

    /** How what lies at a path differs from a wanted file. */
    enum Difference { NONE, EXECUTABLE_BIT, CONTENT, NO_FILE }

    /**
     * A wanted file, compared with what lies at its path.
     *
     * @param staged where its bytes wait; empty where the file is there
     */
    record Wanted(String path, Difference difference, Seen seen, Optional<Journal.Staged> staged) {}

    Draft(Path root, Journal journal) {
        this.root = root;
        this.journal = journal;
    }

    /**
     * Wants files. When this returns, their bytes are on disk.
     *
     * @param owned paths that earlier runs wrote; what could not be one of ours is ignored. They are removed unless they
     *     are wanted
     */
    public void add(Collection<TreeFile> files, Set<String> owned) throws IOException {
        this.owned.addAll(owned);
        for (var file : files) {
            var seen = Seen.at(root, file.path(), directories);
            var difference = difference(seen, file);
            wanted.add(new Wanted(file.path(), difference, seen,
                    difference == Difference.NONE ? Optional.empty() : Optional.of(journal.stage(file))));
        }
    }

    /**
     * Wants files that an earlier run left, where each of them lies there as it did. Then nothing needs to be written for
     * them.
     *
     * @return whether that is so; else none of them is wanted
     */
    public boolean keep(Collection<KnownFile> files) throws IOException {
        var kept = new ArrayList<Wanted>();
        for (var file : files) {
            var seen = TreePath.isValid(file.path()) ? Seen.at(root, file.path(), directories) : Seen.NOTHING;
            if (!seen.isFileAt(file.path()) || !file.isAt(root)) {
                return false;
            }
            kept.add(new Wanted(file.path(), Difference.NONE, seen, Optional.empty()));
        }
        return wanted.addAll(kept);
    }

    private Difference difference(Seen seen, TreeFile file) throws IOException {
        if (!seen.isFileAt(file.path())) {
            return Difference.NO_FILE;
        }
        var path = root.resolve(file.path());
        if (seen.size() != file.bytes().length || !Arrays.equals(Files.readAllBytes(path), file.bytes())) {
            return Difference.CONTENT;
        }
        return Seen.hasPermissions(path) && Seen.isExecutable(path) != file.executable()
                ? Difference.EXECUTABLE_BIT
                : Difference.NONE;
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
        var files = List.copyOf(wanted);
        var delta = Delta.between(root, files, owned);
        if (!delta.isEmpty()) {
            journal.carryOut(delta);
        }
        return delta.changes(files.size());
    }
}
