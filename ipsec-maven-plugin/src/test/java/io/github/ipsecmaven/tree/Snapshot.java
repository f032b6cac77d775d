package io.github.ipsecmaven.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What a folder holds, in a form that tests compare; the lock file of a run at work is left out. */
final class Snapshot {

    private Snapshot() {}

    /** Paths to content and executable bit. */
    static Map<String, String> of(Path root) throws IOException {
        return read(root, false);
    }

    /** The same with the times of files and the permissions of everything. */
    static Map<String, String> exact(Path root) throws IOException {
        return read(root, true);
    }

    /** What {@link #of} would find after these files have been written to an empty folder. */
    static Map<String, String> of(Collection<TreeFile> files) {
        var snapshot = new TreeMap<String, String>();
        for (var file : files) {
            TreePath.parents(file.path()).forEach(parent -> snapshot.put(parent, "directory"));
            snapshot.put(file.path(), content(file.bytes(), file.executable()));
        }
        return snapshot;
    }

    private static Map<String, String> read(Path root, boolean exact) throws IOException {
        var snapshot = new TreeMap<String, String>();
        try (var paths = Files.walk(root)) {
            for (var path : paths.skip(1).toList()) {
                var name = root.relativize(path).toString().replace('\\', '/');
                if (!name.equals(RunLock.NAME)) {
                    snapshot.put(name, describe(path) + (exact ? attributes(path) : ""));
                }
            }
        }
        return snapshot;
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                ? "directory"
                : content(Files.readAllBytes(path), Seen.isExecutable(path));
    }

    private static String attributes(Path path) throws IOException {
        var mode = Seen.hasPermissions(path) ? " " + Files.getPosixFilePermissions(path) : "";
        return Files.isDirectory(path) ? mode : mode + " " + Files.getLastModifiedTime(path);
    }

    private static String content(byte[] bytes, boolean executable) {
        return (executable ? "x " : "- ") + (bytes.length > 100 ? Digest.of(bytes) : new String(bytes, UTF_8));
    }
}
