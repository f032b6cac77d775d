package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Writes a {@link Batch}; changes nothing of the folder. One thread at a time. */
final class Staging {

    private final Journal journal;
    private final Disk disk;
    private final Batch batch;
    private final Set<String> directories = new HashSet<>();
    private String plainMark;

    /** @param batch is made when the first file comes */
    Staging(Journal journal, Disk disk, Batch batch) {
        this.journal = journal;
        this.disk = disk;
        this.batch = batch;
    }

    Batch batch() {
        return batch;
    }

    /** Writes a file of the batch. No two may have one path, or one lie below another. */
    Fingerprint write(TreeFile file) throws IOException {
        makeDirectory(TreePath.parent(file.path()));
        var staged = batch.at(file.path());
        disk.write(staged, file.bytes(), file.executable());
        var mark = file.executable() ? Fingerprint.mark(staged) : plainMark(staged);
        return new Fingerprint(mark.isEmpty() ? file.sha256() : file.sha256() + mark);
    }

    /** Of a file that was not made executable it is asked once: on some file systems every file is. */
    private String plainMark(Path plain) throws IOException {
        if (plainMark == null) {
            plainMark = Fingerprint.mark(plain);
        }
        return plainMark;
    }

    private void makeDirectory(String directory) throws IOException {
        if (directories.add(directory)) {
            if (directory.equals(batch.common())) {
                journal.makeDirectories();
            } else {
                makeDirectory(TreePath.parent(directory));
            }
            disk.createDirectory(batch.at(directory));
        }
    }
}
