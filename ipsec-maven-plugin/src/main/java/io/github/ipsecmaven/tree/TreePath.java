package io.github.ipsecmaven.tree;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        // On Windows a backslash separates and a colon names a drive; a control character would break the journal.
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || c == ':' || Character.isISOControl(c)) {
                return false;
            }
        }
        var components = path.split("/", -1);
        for (var component : components) {
            if (component.isEmpty() || component.equals(".") || component.equals("..")) {
                return false;
            }
        }
        try {
            Path.of(path);
        } catch (InvalidPathException e) {
            return false;
        }
        return !components[0].equalsIgnoreCase(Journal.NAME) && !components[0].equalsIgnoreCase(RunLock.NAME);
    }

    /** The directory that a path is in; empty for the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
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
