package io.github.ipsecmaven.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that what is rendered in clear has to be in. */
public final class Repository {

    private Repository() {}

    /** The Git work tree around the spec; without Git the working folder, or the spec's own where it lies elsewhere. */
    public static Path of(Path spec, Path workingFolder) {
        for (Path folder = spec.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return spec.startsWith(workingFolder) ? workingFolder : spec.getParent();
    }
}
