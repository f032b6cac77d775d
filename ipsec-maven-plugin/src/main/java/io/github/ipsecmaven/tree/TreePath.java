package io.github.ipsecmaven.tree;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The paths that we write: relative, with {@code /}, and with one meaning on every file system. */
final class TreePath {

    private TreePath() {}

    static String require(String path) {
        if (!isValid(path)) {
            throw new IllegalArgumentException("Not a path below the output root: '" + path + "'");
        }
        return path;
    }

    static boolean isValid(String path) {
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                if (!isName(path, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (c == '\\' || c == ':' || Character.isISOControl(c)) {
                // On Windows a backslash separates and a colon names a drive; a control character would break the journal.
                return false;
            }
        }
        return isName(path, start, path.length()) && !isOurs(path, Journal.NAME) && !isOurs(path, RunLock.NAME)
                && isKnownToTheSystem(path);
    }

    private static boolean isName(String path, int start, int end) {
        return switch (end - start) {
            case 0 -> false;
            case 1 -> path.charAt(start) != '.';
            case 2 -> !path.startsWith("..", start);
            default -> true;
        };
    }

    private static boolean isOurs(String path, String top) {
        return path.regionMatches(true, 0, top, 0, top.length())
                && (path.length() == top.length() || path.charAt(top.length()) == '/');
    }

    private static boolean isKnownToTheSystem(String path) {
        try {
            Path.of(path);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The directory that a path is in; empty for the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether a path is somewhere in a directory; all are in the root, which is empty. */
    static boolean isBelow(String path, String directory) {
        return directory.isEmpty() || path.length() > directory.length() && path.startsWith(directory)
                && path.charAt(directory.length()) == '/';
    }

    /** The innermost directory that all files are below; empty for the root. */
    static String commonDirectory(Collection<TreeFile> files) {
        String common = null;
        for (var file : files) {
            if (common == null) {
                common = parent(file.path());
            }
            while (!isBelow(file.path(), common)) {
                common = parent(common);
            }
        }
        return common == null ? "" : common;
    }

    /** The directories above a path, the outermost first, without the root. */
    static List<String> parents(String path) {
        var parents = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents;
    }
}
