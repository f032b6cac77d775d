package io.github.ipsecmaven.tree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Paths of files that can lie side by side on every file system, also on one that ignores case. */
final class DistinctPaths {

    /** Files and directories by their path in lower case; a directory's ends with a slash. */
    private final Map<String, String> byFold = new HashMap<>();

    /** @throws IllegalArgumentException if it is there already, differs in case only, or one is a directory of another */
    void add(String file) {
        put(file, file);
        // Above a directory that is known, all are known.
        for (var path = TreePath.parent(file); !path.isEmpty(); path = TreePath.parent(path)) {
            if (isDirectory(path)) {
                return;
            }
            put(path, path + "/");
        }
    }

    private void put(String path, String entry) {
        var other = byFold.putIfAbsent(fold(path), entry);
        if (other == null) {
            return;
        }
        boolean directory = other.endsWith("/");
        var otherPath = directory ? other.substring(0, other.length() - 1) : other;
        if (!otherPath.equals(path)) {
            throw new IllegalArgumentException(otherPath + " and " + path + " differ in case only");
        }
        throw new IllegalArgumentException(other.equals(entry)
                ? "Two files are to be written to " + path
                : path + " is to be both a file and a directory");
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    boolean isFile(String path) {
        return path.equals(byFold.get(fold(path)));
    }

    boolean isDirectory(String path) {
        var entry = byFold.get(fold(path));
        return entry != null && entry.length() == path.length() + 1 && entry.startsWith(path);
    }

    /** The file that has this path where case is ignored. */
    Optional<String> fileInAnyCase(String path) {
        var entry = byFold.get(fold(path));
        return entry == null || entry.endsWith("/") ? Optional.empty() : Optional.of(entry);
    }
}
