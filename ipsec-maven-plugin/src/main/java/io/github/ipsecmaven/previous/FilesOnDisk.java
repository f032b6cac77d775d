package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An output directory as it is. */
final class FilesOnDisk implements PastFiles {

    private final Path root;

    FilesOnDisk(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public SortedSet<String> below(String folder) throws IOException {
        return collect(folder, Integer.MAX_VALUE, path -> path.toString().replace('\\', '/'), this::isFile);
    }

    @Override
    public SortedSet<String> folders(String folder) throws IOException {
        return collect(folder, 1, path -> path.getFileName().toString(),
                path -> Files.isDirectory(path) && !path.equals(root.resolve(folder)));
    }

    private SortedSet<String> collect(String folder, int depth, Function<Path, String> name,
            Predicate<Path> wanted) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        if (Files.isDirectory(root.resolve(folder))) {
            try (Stream<Path> paths = Files.walk(root.resolve(folder), depth)) {
                paths.filter(wanted).map(root::relativize).map(name).forEach(found::add);
            }
        }
        return found;
    }

    @Override
    public boolean contains(String path) {
        return isFile(file(path));
    }

    @Override
    public Optional<String> version(String path) throws IOException {
        return read(path).map(content -> "disk " + GitBlobs.id(content, "SHA-256"));
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return contains(path) ? Optional.of(Files.readAllBytes(file(path))) : Optional.empty();
    }

    @Override
    public boolean holds(String path, byte[] content) throws IOException {
        return read(path).filter(bytes -> Arrays.equals(bytes, content)).isPresent();
    }

    @Override
    public Optional<Boolean> executable(String path) throws IOException {
        return contains(path) && root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Optional.of(Files.getPosixFilePermissions(file(path)).contains(PosixFilePermission.OWNER_EXECUTE))
                : Optional.empty();
    }

    private Path file(String path) {
        return root.resolve(path).normalize();
    }

    /**
     * Without links, and without what an inventory written by somebody else names above the root. The second question
     * answers all, the first costs less where there is nothing.
     */
    private boolean isFile(Path file) {
        return file.startsWith(root) && Files.exists(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
