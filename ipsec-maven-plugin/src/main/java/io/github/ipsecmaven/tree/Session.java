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

    /** A whole tree at once: {@link Draft#add} and {@link Draft#commit}. */
    public Changes write(Collection<TreeFile> wanted, Set<String> owned) throws ForeignFilesException, IOException {
        var draft = draft();
        draft.add(wanted, owned);
        return draft.commit();
    }

    /**
     * Begins a tree. One that is not committed leaves the folder as it is.
     *
     * @throws IOException if what an earlier draft of this session has staged cannot be removed
     */
    public Draft draft() throws IOException {
        if (closed) {
            throw new IllegalStateException("The session is closed");
        }
        journal.recover();
        return new Draft(root, journal);
    }

    /** Lets the next run in, and removes the root if this run made it and left it empty. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            journal.discard();
        } catch (IOException e) {
            // What stays in a journal without a plan is waste, and a lock file that stays is no lock: the next run
            // sweeps the one and takes over the other.
        }
        OutputFolder.removeEmpty(created);
    }
}
