package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Content that is staged together: a little tree in the journal, laid out as it will be in the folder. So where a whole
 * directory is new, it need only be renamed; and threads that stage batches at the same time do not meet in a directory.
 * One thread at a time.
 */
final class Batch {

    private final Journal journal;
    private final Disk disk;
    private final Path top;
    private final Set<String> directories = new HashSet<>();
    private String plainMark;

    /** @param top is made when the first file comes */
    Batch(Journal journal, Disk disk, Path top) {
        this.journal = journal;
        this.disk = disk;
        this.top = top;
    }

    /**
     * A file that waits to be put in place.
     *
     * @param batch where it waits, at its own path
     */
    record Staged(Batch batch, Fingerprint fingerprint) {}

    /** Where what will lie at a path waits: a file, or a directory with all files of this batch below it. */
    Path at(String path) {
        return top.resolve(path);
    }

    /** Writes a file; changes nothing of the folder. No two may have one path, or one lie below another. */
    Staged stage(TreeFile file) throws IOException {
        makeDirectory(TreePath.parent(file.path()));
        var staged = at(file.path());
        disk.write(staged, file.bytes(), file.executable());
        var mark = file.executable() ? Fingerprint.mark(staged) : plainMark(staged);
        return new Staged(this, new Fingerprint(mark.isEmpty() ? file.sha256() : file.sha256() + mark));
    }

    /** Of a file that was not made executable it is asked once: on some file systems every file is. */
    private String plainMark(Path plain) throws IOException {
        if (plainMark == null) {
            plainMark = Fingerprint.mark(plain);
        }
        return plainMark;
    }

    private void makeDirectory(String path) throws IOException {
        if (directories.add(path)) {
            if (path.isEmpty()) {
                journal.makeDirectories();
            } else {
                makeDirectory(TreePath.parent(path));
            }
            disk.createDirectory(at(path));
        }
    }
}
