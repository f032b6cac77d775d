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
 * @param executable whether it is a file that its owner may execute; false where the file system knows no such permission
 */
record Seen(Kind kind, String where, long size, boolean executable) {

    enum Kind { ABSENT, FILE, DIRECTORY, LINK, SPECIAL }

    static Seen at(Path root, String path) throws IOException {
        return new Survey(root).at(path);
    }

    /** Looks at a path whose parents are known to be directories. */
    static Seen lookAt(Path root, String path) throws IOException {
        try {
            var attributes = attributes(root.resolve(path));
            if (attributes.isRegularFile()) {
                return new Seen(Kind.FILE, path, attributes.size(), isExecutable(attributes));
            }
            if (attributes.isDirectory()) {
                return directory(path);
            }
            return new Seen(attributes.isSymbolicLink() ? Kind.LINK : Kind.SPECIAL, path, 0, false);
        } catch (NoSuchFileException e) {
            return new Seen(Kind.ABSENT, path, 0, false);
        }
    }

    static Seen directory(String path) {
        return new Seen(Kind.DIRECTORY, path, 0, false);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        var type = hasPermissions(path) ? PosixFileAttributes.class : BasicFileAttributes.class;
        return Files.readAttributes(path, type, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isExecutable(BasicFileAttributes attributes) {
        return attributes instanceof PosixFileAttributes posix
                && posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
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
        return isExecutable(attributes(file));
    }

    static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
