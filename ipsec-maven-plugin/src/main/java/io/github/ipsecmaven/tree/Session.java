package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Exclusive access to an output folder, from {@link OutputFolder#open} to {@link #close}. */
public final class Session implements AutoCloseable {

    private final Path root;
    private final Journal journal;
    private final RunLock lock;
    private final Deque<Path> created;
    private final boolean undone;
    private final List<String> setAside;
    private boolean closed;

    Session(Path root, Journal journal, RunLock lock, Deque<Path> created, boolean undone, List<String> setAside) {
        this.root = root;
        this.journal = journal;
        this.lock = lock;
        this.created = created;
        this.undone = undone;
        this.setAside = List.copyOf(setAside);
    }

    /** Whether {@link OutputFolder#open} had to undo an interrupted run. */
    public boolean undone() {
        return undone;
    }

    /**
     * Where files now lie that somebody changed between an interrupted run and its undoing: {@code NAME.orig} beside
     * the old file. Paths relative to the root.
     */
    public List<String> setAside() {
        return setAside;
    }

    /**
     * Makes the folder hold the wanted files: writes those whose bytes or executable bit differ, removes owned files
     * that are not wanted, and the directories that this leaves empty. Where that fails, the folder is as before. A
     * wanted file that is not owned but already has the wanted bytes is adopted.
     *
     * @param owned paths that earlier runs wrote; what could not be one of ours is ignored
     * @throws ForeignFilesException if something that we do not own is in the way, or a link is on the way
     * @throws IllegalArgumentException if wanted paths are the same, differ in case only, or one is a directory of
     *     another
     */
    public Changes write(Collection<TreeFile> wanted, Set<String> owned) throws ForeignFilesException, IOException {
        if (closed) {
            throw new IllegalStateException("The session is closed");
        }
        // An earlier write of this session may have failed to clean up.
        journal.recover();
        var delta = Delta.between(root, wanted, owned);
        if (!delta.isEmpty()) {
            journal.carryOut(delta);
        }
        return delta.changes(wanted.size());
    }

    /** Lets the next run in, and removes the root if this run made it and left it empty. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            lock.close();
        } catch (IOException e) {
            // A lock file that stays is no lock: the next run takes it over.
        }
        OutputFolder.removeEmpty(created);
    }
}
