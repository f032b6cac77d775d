package io.github.ipsecmaven.tree;

import java.nio.file.Path;

/**
 * Content that was staged together: a little tree in the journal, laid out as it will be in the folder. So where a whole
 * directory is new, it need only be renamed; and threads that stage batches at the same time do not meet in a directory.
 *
 * @param top what will be the directory in common, or be merged into it
 * @param common the directory that all files of the batch are below; empty for the root
 */
record Batch(Path top, String common) {

    /** Whether a path is in it: else the batch fills a part of that directory only, or nothing there. */
    boolean holds(String path) {
        return path.equals(common) || TreePath.isBelow(path, common);
    }

    /** Where what will lie at a path that it holds waits: a file, or a directory with all files of this batch below it. */
    Path at(String path) {
        if (common.isEmpty()) {
            return top.resolve(path);
        }
        return path.length() == common.length() ? top : top.resolve(path.substring(common.length() + 1));
    }
}
