package io.github.ipsecmaven.tree;

import java.util.Arrays;

/** One file to write. Two are equal when path, bytes and executable bit are. */
public final class TreeFile {

    private final String path;
    private final byte[] bytes;
    private final boolean executable;
    /** Made when it is first asked for; threads that ask at the same time make the same one. */
    private String sha256;

    /**
     * A file to write.
     *
     * @param path relative to the output root, with {@code /} between its components
     * @param bytes the whole content; not copied, so the caller leaves it alone
     * @param executable whether whoever may read the file may also execute it; without meaning where the file system
     *     has no such permission
     * @throws IllegalArgumentException if the path could leave the root or cannot be written on every file system
     */
    public TreeFile(String path, byte[] bytes, boolean executable) {
        this.path = TreePath.require(path);
        this.bytes = bytes;
        this.executable = executable;
    }

    /**
     * The same file in a folder.
     *
     * @param folder a path of the same form
     * @throws IllegalArgumentException as above
     */
    public TreeFile below(String folder) {
        return new TreeFile(folder + "/" + path, bytes, executable);
    }

    public String path() {
        return path;
    }

    public byte[] bytes() {
        return bytes;
    }

    public boolean executable() {
        return executable;
    }

    /** Of the content, in lower-case hex. */
    public String sha256() {
        if (sha256 == null) {
            sha256 = Digest.of(bytes);
        }
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeFile that
                && path.equals(that.path)
                && executable == that.executable
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    /** The path and the size; the content may be a secret. */
    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes" + (executable ? ", executable)" : ")");
    }
}
