package io.github.ipsecmaven.tree;

import io.github.ipsecmaven.tree.Delta.NewDirectory;
import io.github.ipsecmaven.tree.Draft.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Puts what was staged in its place, by as few renames as can be. */
final class Placement {

    private final Path root;
    private final Disk disk;
    /** Directories that are in place with all that they hold. */
    private final Set<String> whole = new HashSet<>();

    Placement(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** @param directories the outermost first */
    void directories(Collection<NewDirectory> directories) throws IOException {
        for (var directory : directories) {
            if (whole.contains(TreePath.parent(directory.path())) || tryToMove(directory)) {
                whole.add(directory.path());
            } else {
                disk.createDirectory(root.resolve(directory.path()));
            }
        }
    }

    private boolean tryToMove(NewDirectory directory) {
        if (directory.only().isEmpty() || !directory.only().get().holds(directory.path())) {
            return false;
        }
        try {
            move(directory.only().get(), directory.path());
            return true;
        } catch (IOException e) {
            // Windows renames no directory in which a file is open, as new files are to a virus scanner.
            return false;
        }
    }

    /** Those that did not come with their directory. */
    void files(Collection<Wanted> files) throws IOException {
        for (var file : files) {
            if (!whole.contains(TreePath.parent(file.path()))) {
                move(file.batch(), file.path());
            }
        }
    }

    private void move(Batch batch, String path) throws IOException {
        disk.move(batch.at(path), root.resolve(path));
    }
}
