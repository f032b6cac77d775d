package io.github.ipsecmaven.previous;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the guards look for what was rendered before: the commit that is checked out where the output lies in a Git
 * work tree that keeps it, else the tree on disk. So what was generated and never committed needs no tombstone.
 */
public final class Baseline {

    private final Path outputDirectory;
    private final Optional<GitWorkTree> git;

    private Baseline(Path outputDirectory, Optional<GitWorkTree> git) {
        this.outputDirectory = outputDirectory;
        this.git = git;
    }

    /** The baseline of an output directory, which need not exist. */
    public static Baseline of(Path outputDirectory) {
        Optional<GitWorkTree> git = GitWorkTree.around(outputDirectory).filter(tree -> !tree.ignores(outputDirectory));
        return new Baseline(outputDirectory, git);
    }

    /**
     * What the last tree of a cluster held.
     *
     * @param folder the cluster's folder in the output directory
     * @return empty where there is none
     * @throws InventoryYaml.Damaged if its inventory cannot be understood
     * @throws IOException if it cannot be read
     */
    public Optional<Inventory> inventory(Path folder) throws IOException, InventoryYaml.Damaged {
        Path file = folder.resolve(Inventory.FILE);
        if (git.isEmpty()) {
            return onDisk(folder);
        }
        Optional<byte[]> committed = git.get().committed(file);
        if (committed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(InventoryYaml.read(new String(committed.get(), StandardCharsets.UTF_8)));
    }

    /** What the tree on disk holds: the files in it that are ours. */
    public static Optional<Inventory> onDisk(Path folder) throws IOException, InventoryYaml.Damaged {
        Path file = folder.resolve(Inventory.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(InventoryYaml.read(Files.readString(file)));
    }

    /** In words: where the guards look. */
    public String describe() {
        return git.isPresent() ? "the last commit" : "the tree in " + outputDirectory;
    }
}
