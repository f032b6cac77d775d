package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The output folder, which changes as a whole or not at all. */
public final class OutputFolder {

    private static final long POLL_MILLIS = 20;

    private final Path root;
    private final Disk disk;

    OutputFolder(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** @param root need not exist; may be a symbolic link to a directory */
    public static OutputFolder at(Path root) {
        return new OutputFolder(root, new Disk());
    }

    /**
     * For those who only read: returns if the folder is the whole tree of one run, or is missing. Changes nothing on
     * disk.
     *
     * @throws InterruptedRunException if a run was killed half-way
     * @throws BusyException if a run is at work
     */
    public void requireWhole() throws InterruptedRunException, BusyException, IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        var journal = new Journal(root, disk);
        var planned = journal.hasPlan();
        if (RunLock.isHeld(root.toRealPath())) {
            throw new BusyException(root);
        }
        // A plan that is gone by now was that of a run which ended while we looked.
        if (planned && journal.hasPlan()) {
            throw InterruptedRunException.mendable(root);
        }
    }

    /**
     * Exclusive access to the folder, which is made if it is missing. Undoes an interrupted run before it returns.
     *
     * @param patience how long to wait for another run
     * @throws BusyException if another run is still at work after that
     * @throws InterruptedRunException if an interrupted run cannot be undone, since its journal is damaged; then
     *     nothing was changed
     */
    public Session open(Duration patience) throws BusyException, InterruptedRunException, IOException {
        long begun = System.nanoTime();
        var created = new ArrayDeque<Path>();
        try {
            for (;;) {
                var lock = tryLock(created);
                if (lock.isPresent()) {
                    return session(lock.get(), created);
                }
                if (System.nanoTime() - begun >= patience.toNanos()) {
                    throw new BusyException(root);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            removeEmpty(created);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for another run that writes " + root);
        } catch (IOException | RuntimeException e) {
            removeEmpty(created);
            throw e;
        }
    }

    private Optional<RunLock> tryLock(Deque<Path> created) throws IOException {
        try {
            createMissing(created);
            return RunLock.tryAcquire(root.toRealPath());
        } catch (NoSuchFileException e) {
            // A run that ended has just removed its lock file, or the folder that it had made: to be tried again.
            return Optional.empty();
        }
    }

    private Session session(RunLock lock, Deque<Path> created) throws IOException {
        try {
            var real = root.toRealPath();
            var journal = new Journal(real, disk);
            var undone = journal.hasPlan();
            return new Session(real, journal, lock, created, undone, journal.recover());
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    /** Makes the root and the directories above it, and notes those that were missing, the innermost first. */
    private void createMissing(Deque<Path> created) throws IOException {
        var missing = new ArrayDeque<Path>();
        for (var path = root.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (var path : missing) {
            try {
                Files.createDirectory(path);
                created.push(path);
            } catch (FileAlreadyExistsException e) {
                // Another run may make it at the same moment, but a link that leads nowhere stays one.
                if (Files.isSymbolicLink(path)) {
                    throw e;
                }
            }
        }
        if (!Files.readAttributes(root, BasicFileAttributes.class).isDirectory()) {
            throw new NotDirectoryException(root.toString());
        }
    }

    /** Removes directories as far as they are empty. */
    static void removeEmpty(Deque<Path> directories) {
        try {
            for (var directory : directories) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // Something is in it by now, so it stays, and so do those above it.
            return;
        }
    }
}
