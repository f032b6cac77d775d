package io.github.ipsecmaven.tree;

import java.nio.file.Path;

/**
 * Content that was staged together: a little tree in the journal, laid out as it will be in the folder. So where a whole
 * directory is new, it need only be renamed; and threads that stage batches at the same time do not meet in a directory.
 */
record Batch(Path top) {

    /** Where what will lie at a path waits: a file, or a directory with all files of this batch below it. */
    Path at(String path) {
        return top.resolve(path);
    }
}
