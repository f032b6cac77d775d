package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at what lies below a root, and remembers of each directory whether it is there. So it is good for as long as the
 * run that holds the lock of the folder changes nothing in it: until a commit. What others do there meanwhile can be
 * missed, as after any look; so a commit looks anew. Threads may look at the same time.
 */
final class Survey {

    private final Path root;
    private final Map<String, Seen> directories = new ConcurrentHashMap<>(Map.of("", Seen.directory("")));

    Survey(Path root) {
        this.root = root;
    }

    /** What lies at a path, or ends the way to it. */
    Seen at(String path) throws IOException {
        var way = directory(TreePath.parent(path));
        return way.kind() == Seen.Kind.DIRECTORY ? Seen.lookAt(root, path) : way;
    }

    /** Whether all above a path are directories; what lies at the path itself is not looked at. */
    boolean reaches(String path) throws IOException {
        return directory(TreePath.parent(path)).kind() == Seen.Kind.DIRECTORY;
    }

    private Seen directory(String path) throws IOException {
        var known = directories.get(path);
        if (known == null) {
            var above = directory(TreePath.parent(path));
            known = above.kind() == Seen.Kind.DIRECTORY ? Seen.lookAt(root, path) : above;
            directories.put(path, known);
        }
        return known;
    }
}
