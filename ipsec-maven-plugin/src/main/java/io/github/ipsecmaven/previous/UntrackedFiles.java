package io.github.ipsecmaven.previous;

import java.nio.file.Path;
import java.util.Set;

/** The files that the next {@code git add} would take along: neither tracked nor ignored. */
public final class UntrackedFiles {

    private UntrackedFiles() {}

    /** Those below a folder, relative to it and with slashes; none where Git cannot be asked. */
    public static Set<String> below(Path folder) {
        return GitWorkTree.top(folder).isEmpty()
                ? Set.of()
                : new Git(folder).list("ls-files", "--others", "--exclude-standard", "-z");
    }
}
