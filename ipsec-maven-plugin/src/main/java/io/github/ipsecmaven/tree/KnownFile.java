package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

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

    /** Within one tick of a file system's clock, a second change leaves the first one's time. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** What a file that was wanted is known by. */
    public static String state(TreeFile file) {
        return Digest.of(file.bytes()) + (file.executable() ? "+x" : "");
    }

    /** The same file with its stamp, as it lies below the root now. */
    public KnownFile stamped(Path root) {
        return new KnownFile(path, state, stamp(root.resolve(path)));
    }

    /** What the file system says of a file; empty where it says too little, or the last change is too recent. */
    public static String stamp(Path file) {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            Instant changed = ((FileTime) attributes.get("ctime")).toInstant();
            return changed.isBefore(Instant.now().minus(TICK))
                    ? attributes.get("ino") + " " + attributes.get("size") + " " + attributes.get("mode") + " "
                            + attributes.get("lastModifiedTime") + " " + changed
                    : "";
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | NullPointerException e) {
            return "";
        }
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
        if (!stamp.isEmpty() && stamp.equals(stamp(file))) {
            return true;
        }
        boolean executable = !Seen.hasPermissions(file) ? state.endsWith("+x") : Seen.isExecutable(file);
        return state.equals(Digest.of(Files.readAllBytes(file)) + (executable ? "+x" : ""));
    }
}
