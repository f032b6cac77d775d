package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/**
 * What lies on the way to a path below the root, found without following a link.
 *
 * @param kind what lies at {@code where}
 * @param where the path itself, or the first component of it that is not a directory: what the way ends at
 * @param size in bytes; 0 unless it is a file
 */
record Seen(Kind kind, String where, long size) {

    enum Kind { ABSENT, FILE, DIRECTORY, LINK, SPECIAL }

    static Seen at(Path root, String path) throws IOException {
        return new Survey(root).at(path);
    }

    /** Looks at a path whose parents are known to be directories. */
    static Seen lookAt(Path root, String path) throws IOException {
        try {
            var attributes =
                    Files.readAttributes(root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                return new Seen(Kind.FILE, path, attributes.size());
            }
            if (attributes.isDirectory()) {
                return new Seen(Kind.DIRECTORY, path, 0);
            }
            return new Seen(attributes.isSymbolicLink() ? Kind.LINK : Kind.SPECIAL, path, 0);
        } catch (NoSuchFileException e) {
            return new Seen(Kind.ABSENT, path, 0);
        }
    }

    boolean isFileAt(String path) {
        return kind == Kind.FILE && where.equals(path);
    }

    boolean isDirectoryAt(String path) {
        return kind == Kind.DIRECTORY && where.equals(path);
    }

    /** Whether nothing lies at the path: it is free, or a file stands where its directory would. */
    boolean isNothingAt(String path) {
        return kind == Kind.ABSENT || !where.equals(path);
    }

    /** Whether the owner may execute a file; false where the file system knows no such permission. */
    static boolean isExecutable(Path file) throws IOException {
        return hasPermissions(file)
                && Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .permissions()
                        .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
