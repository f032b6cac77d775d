package io.github.ipsecmaven.previous;

import io.github.ipsecmaven.previous.GitWorkTree.GitFile;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** An output directory in a commit: one listing, and contents as they are asked for. */
final class CommittedFiles implements PastFiles {

    private final SortedMap<String, GitFile> files;
    private final GitBlobs blobs;

    CommittedFiles(SortedMap<String, GitFile> files, GitBlobs blobs) {
        this.files = files;
        this.blobs = blobs;
    }

    @Override
    public SortedSet<String> below(String folder) {
        // '0' is the character after '/'.
        return new TreeSet<>(files.subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public SortedSet<String> folders(String folder) {
        SortedSet<String> names = new TreeSet<>();
        for (String path : below(folder)) {
            int slash = path.indexOf('/', folder.length() + 1);
            if (slash > 0) {
                names.add(path.substring(folder.length() + 1, slash));
            }
        }
        return names;
    }

    @Override
    public boolean contains(String path) {
        return files.containsKey(path);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        GitFile file = files.get(path);
        return file == null ? Optional.empty() : Optional.of(blobs.read(file.id()));
    }

    @Override
    public Optional<String> version(String path) {
        GitFile file = files.get(path);
        return file == null ? Optional.empty() : Optional.of("git " + file.id());
    }

    @Override
    public boolean holds(String path, byte[] content) {
        GitFile file = files.get(path);
        return file != null && GitBlobs.isIdOf(file.id(), content);
    }

    @Override
    public Optional<Boolean> executable(String path) {
        return Optional.ofNullable(files.get(path)).map(GitFile::executable);
    }

    @Override
    public void close() {
        blobs.close();
    }
}
