package io.github.ipsecmaven.tree;

import io.github.ipsecmaven.tree.Draft.Wanted;
import io.github.ipsecmaven.tree.ForeignFilesException.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to change so that a folder holds the wanted files.
 *
 * @param removals files to remove
 * @param emptied directories that hold nothing once those are gone, the innermost first
 * @param made directories to make, the outermost first
 * @param additions files to write where, after the removals, nothing lies
 * @param replacements files to write over another
 */
record Delta(
        List<String> removals,
        List<String> emptied,
        List<String> made,
        List<Wanted> additions,
        List<Wanted> replacements) {

    boolean isEmpty() {
        return removals.isEmpty() && additions.isEmpty() && replacements.isEmpty();
    }

    Changes changes(int wanted) {
        var written = new TreeSet<String>();
        additions.forEach(file -> written.add(file.path()));
        replacements.forEach(file -> written.add(file.path()));
        return new Changes(List.copyOf(written), removals, wanted - written.size());
    }

    /**
     * Decides by what was seen of each wanted file; reads only.
     *
     * @throws ForeignFilesException if that would touch what is not in {@code owned}, or pass through a link
     * @throws IllegalArgumentException if two wanted paths cannot exist side by side on every file system
     */
    static Delta between(Path root, Collection<Wanted> wanted, Set<String> owned) throws IOException {
        return new Comparison(root, wanted, owned).delta();
    }

    private static final class Comparison {
        private final Path root;
        private final SortedMap<String, Wanted> wanted = new TreeMap<>();
        private final Set<String> wantedDirectories = new HashSet<>();
        /** Wanted files and directories by their path in lower case. */
        private final Map<String, String> wantedByFold = new HashMap<>();
        private final SortedSet<String> owned = new TreeSet<>();
        private final SortedMap<String, Obstacle> obstacles = new TreeMap<>();

        Comparison(Path root, Collection<Wanted> wanted, Set<String> owned) {
            this.root = root;
            wanted.forEach(this::want);
            // The list of what we own comes from a file that users can edit: what we could not write, we did not.
            owned.stream().filter(TreePath::isValid).forEach(this.owned::add);
        }

        private void want(Wanted file) {
            if (wanted.put(file.path(), file) != null) {
                throw new IllegalArgumentException("Two files are to be written to " + file.path());
            }
            wantedDirectories.addAll(TreePath.parents(file.path()));
            fold(file.path());
            TreePath.parents(file.path()).forEach(this::fold);
            for (var path : TreePath.parents(file.path())) {
                refuseFileAndDirectory(path);
            }
            refuseFileAndDirectory(file.path());
        }

        private void refuseFileAndDirectory(String path) {
            if (wanted.containsKey(path) && wantedDirectories.contains(path)) {
                throw new IllegalArgumentException(path + " is to be both a file and a directory");
            }
        }

        private void fold(String path) {
            var other = wantedByFold.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null && !other.equals(path)) {
                throw new IllegalArgumentException(other + " and " + path + " differ in case only");
            }
        }

        Delta delta() throws IOException {
            var removals = removals();
            var emptied = emptiedBy(removals);
            var additions = new ArrayList<Wanted>();
            var replacements = new ArrayList<Wanted>();
            for (var file : wanted.values()) {
                switch (file.difference()) {
                    case NONE -> { }
                    case EXECUTABLE_BIT -> replacements.add(file);
                    case CONTENT -> {
                        if (owned.contains(file.path())) {
                            replacements.add(file);
                        } else {
                            obstruct(file.path(), "was not written by us, and its content differs from ours");
                        }
                    }
                    case NO_FILE -> {
                        if (willBeFree(file.seen(), removals, emptied)) {
                            additions.add(file);
                        } else {
                            obstruct(file.seen().where(), reason(file.seen()));
                        }
                    }
                }
            }
            if (!obstacles.isEmpty()) {
                throw new ForeignFilesException(root, List.copyOf(obstacles.values()));
            }
            return new Delta(List.copyOf(removals), emptied, directoriesFor(additions), additions, replacements);
        }

        private static boolean willBeFree(Seen seen, Set<String> removals, List<String> emptied) {
            return seen.kind() == Seen.Kind.ABSENT || removals.contains(seen.where()) || emptied.contains(seen.where());
        }

        private SortedSet<String> removals() throws IOException {
            var removals = new TreeSet<String>();
            var renamed = new ArrayList<String>();
            for (var path : owned) {
                if (wanted.containsKey(path)) {
                    continue;
                }
                var seen = Seen.at(root, path);
                if (seen.kind() == Seen.Kind.LINK) {
                    obstruct(seen.where(), reason(seen));
                } else if (seen.isFileAt(path)) {
                    var sameInLowerCase = wantedByFold.get(path.toLowerCase(Locale.ROOT));
                    if (sameInLowerCase != null
                            && wanted.containsKey(sameInLowerCase)
                            && isSameFile(path, sameInLowerCase)) {
                        renamed.add(sameInLowerCase);
                    } else {
                        removals.add(path);
                    }
                }
            }
            owned.addAll(renamed);
            return removals;
        }

        /** On a file system that ignores case, removing the one would remove the other. */
        private boolean isSameFile(String path, String other) throws IOException {
            return Files.exists(root.resolve(other)) && Files.isSameFile(root.resolve(path), root.resolve(other));
        }

        private List<String> emptiedBy(Set<String> removals) throws IOException {
            var candidates = new TreeSet<String>();
            removals.forEach(path -> candidates.addAll(TreePath.parents(path)));
            candidates.removeAll(wantedDirectories);
            var emptied = new ArrayList<String>();
            var gone = new HashSet<>(removals);
            for (var directory : candidates.descendingSet()) {
                if (gone.containsAll(children(directory))) {
                    emptied.add(directory);
                    gone.add(directory);
                }
            }
            return emptied;
        }

        private Set<String> children(String directory) throws IOException {
            var children = new HashSet<String>();
            try (var stream = Files.newDirectoryStream(root.resolve(directory))) {
                stream.forEach(child -> children.add(directory + "/" + child.getFileName()));
            }
            return children;
        }

        private List<String> directoriesFor(List<Wanted> additions) throws IOException {
            var parents = new TreeSet<String>();
            additions.forEach(file -> parents.addAll(TreePath.parents(file.path())));
            var made = new ArrayList<String>();
            for (var parent : parents) {
                if (!Seen.at(root, parent).isDirectoryAt(parent)) {
                    made.add(parent);
                }
            }
            return made;
        }

        private void obstruct(String path, String reason) {
            obstacles.put(path, new Obstacle(path, reason));
        }

        private static String reason(Seen seen) {
            return switch (seen.kind()) {
                case LINK -> "is a symbolic link, which could lead outside";
                case DIRECTORY -> "is a directory where a file is needed";
                case FILE -> "is a file where a directory is needed";
                default -> "is neither a file nor a directory, and one of them is needed";
            };
        }
    }
}
