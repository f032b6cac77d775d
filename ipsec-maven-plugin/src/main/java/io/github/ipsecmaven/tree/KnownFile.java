package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A file as an earlier run left it.
 *
 * @param path relative to the output root
 * @param state the SHA-256 of its content in lower-case hex, and then {@code +x} if it is executable
 * @param stamp what the file system says of it as long as nobody touches it, as Git's index has it; empty where that
 *     does not tell
 */
public record KnownFile(String path, String state, String stamp) {

    private static final String ATTRIBUTES = "unix:ino,size,mode,lastModifiedTime,ctime";

    /** Of the mode, the bits that tell what it is, and those of a regular file ({@code inode(7)}). */
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    /** Within one tick of a file system's clock, a second change leaves the first one's time. */
    private static final long TICK_MILLIS = 100;

    /** What a file that was wanted is known by. */
    public static String state(TreeFile file) {
        return file.executable() ? file.sha256() + "+x" : file.sha256();
    }

    /**
     * The same file with its stamp, as it lies below the root now.
     *
     * @param left when it was in this state for certain; of a file that was changed since, a stamp would tell nothing
     */
    public KnownFile stamped(Path root, Instant left) {
        return new KnownFile(path, state, stamp(root.resolve(path), left));
    }

    /** Inode, size, mode and times in ns of a regular file; empty of another, and of one not changed before an instant. */
    private static String stamp(Path file, Instant before) {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            int mode = (Integer) attributes.get("mode");
            var changed = (FileTime) attributes.get("ctime");
            return (mode & TYPE) == REGULAR && changed.toMillis() < before.toEpochMilli() - TICK_MILLIS
                    ? attributes.get("ino") + " " + attributes.get("size") + " " + mode + " "
                            + nanos((FileTime) attributes.get("lastModifiedTime")) + " " + nanos(changed)
                    : "";
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | NullPointerException e) {
            return "";
        }
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** What changes whenever a file is written or replaced; says nothing of its content, its size neither. */
    public static String touched(Path file) throws IOException {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, "unix:ino,lastModifiedTime,ctime");
            return attributes.get("ino") + " " + attributes.get("lastModifiedTime") + " " + attributes.get("ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Files.getLastModifiedTime(file).toString();
        }
    }

    /** Whether a regular file lies there in the same state; it is read only where the stamp does not tell. */
    boolean isAt(Path root) throws IOException {
        Path file = root.resolve(path);
        if (!stamp.isEmpty() && stamp.equals(stamp(file, Instant.now()))) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        boolean executable = !Seen.hasPermissions(file) ? state.endsWith("+x") : Seen.isExecutable(file);
        return state.equals(Digest.of(Files.readAllBytes(file)) + (executable ? "+x" : ""));
    }
}
