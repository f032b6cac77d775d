package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run at a time can hold of a folder: a lock of the operating system on a file in it, which falls with the
 * process.
 *
 * <p>On POSIX systems, closing any channel of a file drops every lock that the process holds on it (see
 * {@link java.nio.channels.FileLock}). So a run of this JVM must be known before the file is opened, even where another
 * class loader has loaded this class: held locks are noted in the system properties, under the monitor of a string
 * constant, of which a JVM has but one.
 */
final class RunLock implements AutoCloseable {

    static final String NAME = ".ipsec-lock";
    private static final String JVM = "io.github.ipsecmaven.tree.RunLock";

    private final Path file;
    private final Object fileKey;
    private final FileChannel channel;
    private final String note;

    private RunLock(Path file, Object fileKey, FileChannel channel, String note) {
        this.file = file;
        this.fileKey = fileKey;
        this.channel = channel;
        this.note = note;
    }

    /**
     * Tries once.
     *
     * @param root a directory, by its real path
     * @return the lock, or nothing while another run holds it
     * @throws NoSuchFileException if the root, or a lock file that another run has just given up, vanished
     */
    static Optional<RunLock> tryAcquire(Path root) throws IOException {
        synchronized (JVM) {
            if (isHeldByThisJvm(root)) {
                return Optional.empty();
            }
            var file = root.resolve(NAME);
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // Somebody holds it, or was killed while holding it: the lock on it tells.
            }
            var fileKey = fileKey(file);
            var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            var acquired = false;
            try {
                // Before we locked the file, its run may have removed it, and a third made a new one.
                acquired = channel.tryLock() != null && Objects.equals(fileKey, fileKey(file));
            } catch (OverlappingFileLockException e) {
                return Optional.empty();
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
            if (!acquired) {
                return Optional.empty();
            }
            System.setProperty(note(root), "held");
            return Optional.of(new RunLock(file, fileKey, channel, note(root)));
        }
    }

    /**
     * Whether a run holds the lock; creates nothing.
     *
     * @param root a directory, by its real path
     */
    static boolean isHeld(Path root) throws IOException {
        synchronized (JVM) {
            if (isHeldByThisJvm(root)) {
                return true;
            }
            try (var channel = FileChannel.open(
                            root.resolve(NAME), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                    var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (OverlappingFileLockException e) {
                return true;
            } catch (NoSuchFileException e) {
                return false;
            }
        }
    }

    private static boolean isHeldByThisJvm(Path root) {
        return System.getProperty(note(root)) != null;
    }

    private static String note(Path root) {
        return JVM + ":" + root;
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    /** Removes the file while the lock is still held, so that nobody's but our own is removed. */
    @Override
    public void close() throws IOException {
        synchronized (JVM) {
            try (channel) {
                if (Objects.equals(fileKey, fileKey(file))) {
                    Files.delete(file);
                }
            } finally {
                System.clearProperty(note);
            }
        }
    }
}
