package io.github.ipsecmaven.tree;

import java.util.Arrays;

/**
 * One file to write. Two are equal when path, bytes and executable bit are.
 *
 * @param path relative to the output root, with {@code /} between its components
 * @param bytes the whole content; not copied, so the caller leaves it alone
 * @param executable whether whoever may read the file may also execute it; without meaning where the file system has no
 *     such permission
 */
public record TreeFile(String path, byte[] bytes, boolean executable) {

    /** @throws IllegalArgumentException if the path could leave the root or cannot be written on every file system */
    public TreeFile {
        TreePath.require(path);
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
