package io.github.ipsecmaven.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Paths of files that can lie side by side on every file system, also on one that ignores case. */
final class DistinctPaths {

    private final Set<String> files = new HashSet<>();
    private final Set<String> directories = new HashSet<>();
    /** Files and directories by their path in lower case. */
    private final Map<String, String> byFold = new HashMap<>();

    /** @throws IllegalArgumentException if it is there already, differs in case only, or one is a directory of another */
    void add(String file) {
        if (!files.add(file)) {
            throw new IllegalArgumentException("Two files are to be written to " + file);
        }
        if (directories.contains(file)) {
            throw bothAt(file);
        }
        fold(file);
        // Above a directory that is known, all are known.
        for (var path = TreePath.parent(file); !path.isEmpty() && directories.add(path); path = TreePath.parent(path)) {
            if (files.contains(path)) {
                throw bothAt(path);
            }
            fold(path);
        }
    }

    private static IllegalArgumentException bothAt(String path) {
        return new IllegalArgumentException(path + " is to be both a file and a directory");
    }

    private void fold(String path) {
        var other = byFold.put(path.toLowerCase(Locale.ROOT), path);
        if (other != null && !other.equals(path)) {
            throw new IllegalArgumentException(other + " and " + path + " differ in case only");
        }
    }

    boolean isFile(String path) {
        return files.contains(path);
    }

    boolean isDirectory(String path) {
        return directories.contains(path);
    }

    /** The file that has this path where case is ignored. */
    Optional<String> fileInAnyCase(String path) {
        return Optional.ofNullable(byFold.get(path.toLowerCase(Locale.ROOT))).filter(files::contains);
    }
}
