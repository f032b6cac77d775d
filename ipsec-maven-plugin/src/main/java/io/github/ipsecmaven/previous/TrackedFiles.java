package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files Git keeps for whoever reads the repository: those in the index of the work tree that they lie in. Each work
 * tree is listed once, when it is first asked about; where Git cannot be asked, no file counts. Threads may ask at the
 * same time.
 */
public final class TrackedFiles {

    /** A filter, such as that of git-crypt, encrypts what is committed; the one of Git LFS only puts it elsewhere. */
    private static final String[] LIST = {"ls-files", "-z", "--", ":(attr:!filter)", ":(attr:filter=lfs)"};

    private final Map<Path, Set<String>> listings = new HashMap<>();
    private final Map<Path, Place> places = new HashMap<>();

    /**
     * A folder.
     *
     * @param listing what its work tree tracks, by path from the top
     * @param prefix what stands before a file's name there; empty or with a slash at its end
     */
    private record Place(Set<String> listing, String prefix) {}

    /** Whether a file's content is tracked, and not encrypted on its way. Of a link, what it leads to counts. */
    public synchronized boolean inClear(Path file) {
        try {
            Path real = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
            Path folder = real.getParent();
            if (folder == null) {
                return false;
            }
            Place place = places.get(folder);
            if (place == null) {
                place = place(folder.toRealPath());
                places.put(folder, place);
            }
            return place.listing().contains(place.prefix() + real.getFileName());
        } catch (IOException notThere) {
            return false;
        }
    }

    private Place place(Path folder) {
        Optional<Path> top = GitWorkTree.top(folder);
        if (top.isEmpty()) {
            return new Place(Set.of(), "");
        }
        String path = top.get().relativize(folder).toString().replace('\\', '/');
        if (!listings.containsKey(top.get())) {
            listings.put(top.get(), new Git(top.get()).list(LIST));
        }
        return new Place(listings.get(top.get()), path.isEmpty() ? "" : path + "/");
    }
}
