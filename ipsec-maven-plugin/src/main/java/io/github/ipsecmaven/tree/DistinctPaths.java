package io.github.ipsecmaven.tree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Paths of files that can lie side by side on every file system, also on one that ignores case. */
final class DistinctPaths {

    /**
     * What lies in each directory: files and directories by their path in lower case; the path of a directory ends with a
     * slash.
     */
    private final Map<String, Map<String, String>> directories = new HashMap<>();

    /** @throws IllegalArgumentException if it is there already, differs in case only, or one is a directory of another */
    void add(String file) {
        put(file, file);
        // Above a directory that is known, all are known.
        var path = TreePath.parent(file);
        while (!path.isEmpty() && put(path, path + "/")) {
            path = TreePath.parent(path);
        }
    }

    /**
     * Takes over all paths of another, which is of no use then. Costs something for those directories only that both have.
     *
     * @throws IllegalArgumentException as for {@link #add}
     */
    void addAll(DistinctPaths others) {
        for (var directory : others.directories.entrySet()) {
            if (directories.putIfAbsent(directory.getKey(), directory.getValue()) != null) {
                for (var entry : directory.getValue().values()) {
                    put(pathOf(entry), entry);
                }
            }
        }
    }

    /** Whether that is new; a directory need not be. */
    private boolean put(String path, String entry) {
        var folded = fold(path);
        var other = siblings(folded).putIfAbsent(folded, entry);
        if (other == null) {
            return true;
        }
        if (other.equals(entry) && entry.endsWith("/")) {
            return false;
        }
        if (!pathOf(other).equals(path)) {
            throw new IllegalArgumentException(pathOf(other) + " and " + path + " differ in case only");
        }
        throw new IllegalArgumentException(other.equals(entry)
                ? "Two files are to be written to " + path
                : path + " is to be both a file and a directory");
    }

    private static String pathOf(String entry) {
        return entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry;
    }

    private Map<String, String> siblings(String folded) {
        var directory = TreePath.parent(folded);
        var siblings = directories.get(directory);
        if (siblings == null) {
            siblings = new HashMap<>();
            directories.put(directory, siblings);
        }
        return siblings;
    }

    private String entryAt(String path) {
        var folded = fold(path);
        return directories.getOrDefault(TreePath.parent(folded), Map.of()).get(folded);
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    boolean isFile(String path) {
        return path.equals(entryAt(path));
    }

    boolean isDirectory(String path) {
        var entry = entryAt(path);
        return entry != null && entry.length() == path.length() + 1 && entry.startsWith(path);
    }

    /** The file that has this path where case is ignored. */
    Optional<String> fileInAnyCase(String path) {
        var entry = entryAt(path);
        return entry == null || entry.endsWith("/") ? Optional.empty() : Optional.of(entry);
    }
}
