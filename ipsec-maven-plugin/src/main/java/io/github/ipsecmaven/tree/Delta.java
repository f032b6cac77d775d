package io.github.ipsecmaven.tree;

import io.github.ipsecmaven.tree.Draft.Wanted;
import io.github.ipsecmaven.tree.ForeignFilesException.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param made directories that will be new, the outermost first
 * @param additions files to write where, after the removals, nothing lies
 * @param replacements files to write over another
 */
record Delta(
        List<String> removals,
        List<String> emptied,
        List<NewDirectory> made,
        List<Wanted> additions,
        List<Wanted> replacements) {

    /**
     * A directory that is not there yet, so that all it will hold is among the additions.
     *
     * @param only the batch that staged all of them; empty where there are several
     */
    record NewDirectory(String path, Optional<Batch> only) {}

    static final Delta NONE = new Delta(List.of(), List.of(), List.of(), List.of(), List.of());

    boolean isEmpty() {
        return removals.isEmpty() && additions.isEmpty() && replacements.isEmpty();
    }

    /** @param unchanged how many wanted files are there already */
    Changes changes(int unchanged) {
        var written = new ArrayList<String>(additions.size() + replacements.size());
        for (var file : additions) {
            written.add(file.path());
        }
        for (var file : replacements) {
            written.add(file.path());
        }
        Collections.sort(written);
        return new Changes(written, removals, unchanged);
    }

    /**
     * Decides; reads only. Of a file that was missing when it was staged it looks again whether something lies there.
     *
     * @param paths of all wanted files
     * @param wanted those that are not there as they should be
     * @throws ForeignFilesException if that would touch what is not in {@code owned}, or pass through a link
     */
    static Delta between(Path root, DistinctPaths paths, Collection<Wanted> wanted, Set<String> owned)
            throws IOException {
        return new Comparison(root, paths, wanted, owned).delta();
    }

    private static final class Comparison {
        private final Path root;
        private final Survey survey;
        private final DistinctPaths paths;
        private final List<Wanted> wanted;
        private final Set<String> owned;
        private final List<Wanted> additions = new ArrayList<>();
        private final List<Wanted> replacements = new ArrayList<>();
        private final SortedMap<String, Obstacle> obstacles = new TreeMap<>();

        Comparison(Path root, DistinctPaths paths, Collection<Wanted> wanted, Set<String> owned) {
            this.root = root;
            this.survey = new Survey(root);
            this.paths = paths;
            this.wanted = new ArrayList<>(wanted);
            Collections.sort(this.wanted);
            this.owned = new HashSet<>(owned);
        }

        Delta delta() throws IOException {
            var removals = removals();
            var emptied = emptiedBy(removals);
            for (var file : wanted) {
                decide(file, removals, emptied);
            }
            if (!obstacles.isEmpty()) {
                throw new ForeignFilesException(root, List.copyOf(obstacles.values()));
            }
            return new Delta(List.copyOf(removals), emptied, directoriesFor(additions), additions, replacements);
        }

        /** A method of its own, as the JVM compiles those that are called often: a fleet has ten thousands of files. */
        private void decide(Wanted file, Set<String> removals, List<String> emptied) throws IOException {
            switch (file.difference()) {
                case EXECUTABLE_BIT -> replacements.add(file);
                case CONTENT -> {
                    if (owned.contains(file.path())) {
                        replacements.add(file);
                    } else {
                        obstruct(file.path(), "was not written by us, and its content differs from ours");
                    }
                }
                case NO_FILE -> {
                    var seen = survey.at(file.path());
                    if (willBeFree(seen, removals, emptied)) {
                        additions.add(file);
                    } else {
                        obstruct(seen.where(), seen.isFileAt(file.path())
                                ? "was written by somebody else during this run"
                                : reason(seen));
                    }
                }
            }
        }

        private static boolean willBeFree(Seen seen, Set<String> removals, List<String> emptied) {
            return seen.kind() == Seen.Kind.ABSENT || removals.contains(seen.where()) || emptied.contains(seen.where());
        }

        private SortedSet<String> removals() throws IOException {
            var removals = new TreeSet<String>();
            var renamed = new ArrayList<String>();
            for (var path : owned) {
                // The list of what we own comes from a file that users can edit: what we could not write, we did not.
                if (paths.isFile(path) || !TreePath.isValid(path)) {
                    continue;
                }
                var seen = survey.at(path);
                if (seen.kind() == Seen.Kind.LINK) {
                    obstruct(seen.where(), reason(seen));
                } else if (seen.isFileAt(path)) {
                    var sameInLowerCase = paths.fileInAnyCase(path);
                    if (sameInLowerCase.isPresent() && isSameFile(path, sameInLowerCase.get())) {
                        renamed.add(sameInLowerCase.get());
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
            for (var path : removals) {
                for (var directory : TreePath.parents(path)) {
                    if (!paths.isDirectory(directory)) {
                        candidates.add(directory);
                    }
                }
            }
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
                for (var child : stream) {
                    children.add(directory + "/" + child.getFileName());
                }
            }
            return children;
        }

        private List<NewDirectory> directoriesFor(List<Wanted> additions) throws IOException {
            var fillers = new HashMap<String, Optional<Batch>>();
            for (var file : additions) {
                addFilled(file, fillers);
            }
            var made = new ArrayList<NewDirectory>();
            for (var directory : new TreeSet<>(fillers.keySet())) {
                if (!survey.at(directory).isDirectoryAt(directory)) {
                    made.add(new NewDirectory(directory, fillers.get(directory)));
                }
            }
            return made;
        }

        private static void addFilled(Wanted file, Map<String, Optional<Batch>> fillers) {
            var directory = TreePath.parent(file.path());
            while (!directory.isEmpty() && isNews(fillers, directory, file.batch())) {
                directory = TreePath.parent(directory);
            }
        }

        /** Notes that a batch has something below a directory. Where that was known, so it is of those above. */
        private static boolean isNews(Map<String, Optional<Batch>> fillers, String directory, Batch batch) {
            var known = fillers.get(directory);
            if (known != null && (known.isEmpty() || known.get() == batch)) {
                return false;
            }
            fillers.put(directory, known == null ? Optional.of(batch) : Optional.empty());
            return true;
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
