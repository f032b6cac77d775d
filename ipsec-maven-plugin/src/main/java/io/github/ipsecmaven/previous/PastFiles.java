package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/** Regular files below an output directory at one moment, by their paths in it with {@code /}. */
interface PastFiles extends AutoCloseable {

    /** The files in a folder and below. */
    SortedSet<String> below(String folder) throws IOException;

    /** The names of the folders in a folder. */
    SortedSet<String> folders(String folder) throws IOException;

    boolean contains(String path);

    /** A file's content; empty where there is no such file. */
    Optional<byte[]> read(String path) throws IOException;

    /** What tells a file's content from any other: equal texts, equal contents; empty where there is no such file. */
    Optional<String> version(String path) throws IOException;

    /** Whether there is a file with just this content. */
    boolean holds(String path, byte[] content) throws IOException;

    /** Whether a file's owner may execute it; empty where that cannot be said. */
    Optional<Boolean> executable(String path) throws IOException;

    @Override
    void close();
}
