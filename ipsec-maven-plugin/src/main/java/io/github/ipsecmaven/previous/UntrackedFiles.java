package io.github.ipsecmaven.previous;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files that the next {@code git add} would take along: neither tracked nor ignored. */
public final class UntrackedFiles {

    private static final List<String> LIST =
            List.of("--literal-pathspecs", "ls-files", "--others", "--exclude-standard", "-z", "--");

    /** Windows starts no command of more than 32767 characters. */
    private static final int MOST_CHARACTERS = 30_000;

    private UntrackedFiles() {}

    /**
     * Those among some files below a folder; none where Git cannot be asked. Git is asked about these files only: to
     * list all that is untracked took as long as a fifth of a large fleet's run, since that is then the fleet's trees.
     *
     * @param paths relative to the folder, with slashes
     */
    public static Set<String> among(Collection<String> paths, Path folder) {
        if (paths.isEmpty() || GitWorkTree.top(folder).isEmpty()) {
            return Set.of();
        }
        Set<String> untracked = new HashSet<>();
        Git git = new Git(folder);
        List<String> command = new ArrayList<>(LIST);
        int length = 0;
        for (String path : paths) {
            if (length + path.length() > MOST_CHARACTERS) {
                untracked.addAll(git.list(command.toArray(new String[0])));
                command = new ArrayList<>(LIST);
                length = 0;
            }
            command.add(path);
            // Windows may have to quote it.
            length += path.length() + "\"\" ".length();
        }
        untracked.addAll(git.list(command.toArray(new String[0])));
        return untracked;
    }
}
