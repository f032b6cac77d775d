package io.github.ipsecmaven.previous;

import io.github.ipsecmaven.previous.GitWorkTree.GitFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an output directory held at one moment: as it lies on disk, in the commit that is checked out, or in another one.
 * What is committed counts byte for byte, whatever line ends a checkout makes of it. Contents are read when they are
 * asked for.
 */
public final class PastTree implements AutoCloseable {

    private static final String CLUSTERS = "clusters";

    /** A cluster's inventory, wherever the output directory is. */
    private static final Pattern INVENTORY = Pattern.compile("(?:(.*)/)?" + CLUSTERS + "/[^/]+/" + Inventory.FILE);

    private final PastFiles files;
    private final Optional<String> repositoryPath;
    private final Optional<String> complaint;
    private final String shown;
    private final List<String> notes;

    private PastTree(PastFiles files, Optional<String> repositoryPath, String shown, List<String> notes) {
        this(files, repositoryPath, Optional.empty(), shown, notes);
    }

    private PastTree(PastFiles files, Optional<String> repositoryPath, Optional<String> complaint, String shown,
            List<String> notes) {
        this.files = files;
        this.repositoryPath = repositoryPath;
        this.complaint = complaint;
        this.shown = shown;
        this.notes = List.copyOf(notes);
    }

    /** What lies there now; the directory need not exist. */
    public static PastTree onDisk(Path outputDirectory) {
        return onDisk(outputDirectory, Optional.empty());
    }

    private static PastTree onDisk(Path outputDirectory, Optional<String> complaint) {
        return new PastTree(
                new FilesOnDisk(outputDirectory), Optional.empty(), complaint, "the files in " + outputDirectory, List.of());
    }

    /**
     * What a commit holds. Where the output directory had another name then, that one is read.
     *
     * @param outputDirectory need not exist
     * @param revision as {@code git rev-parse} takes it; with {@code ...} at its end, as in {@code origin/main...}, the
     *     commit at which HEAD left it, which is what a pull request starts from
     * @throws GitException if there is no git, no work tree or no such revision
     */
    public static PastTree at(Path outputDirectory, String revision) throws IOException {
        GitWorkTree git = GitWorkTree.around(outputDirectory);
        return at(outputDirectory, git, Revision.named(revision, git));
    }

    /**
     * Where the guards look for what was rendered before: the commit that is checked out where the output lies in a Git
     * work tree that keeps it, else the tree on disk. So what was generated and never committed needs no tombstone.
     */
    public static PastTree baseline(Path outputDirectory) throws IOException {
        if (GitWorkTree.top(outputDirectory).isEmpty()) {
            return onDisk(outputDirectory);
        }
        GitWorkTree git = GitWorkTree.unread(outputDirectory);
        boolean ignored;
        try {
            ignored = git.ignores(outputDirectory);
        } catch (GitException e) {
            return onDisk(outputDirectory, Optional.of(e.getMessage()));
        }
        return ignored ? onDisk(outputDirectory) : atHead(outputDirectory, git);
    }

    private static PastTree atHead(Path outputDirectory, GitWorkTree git) throws IOException {
        Optional<Revision> head = Revision.head(git);
        return head.isPresent()
                ? at(outputDirectory, git, head.get())
                : new PastTree(new CommittedFiles(new TreeMap<>(), new GitBlobs(git.git())),
                        Optional.of(git.relative(outputDirectory)), "no commit", List.of());
    }

    private static PastTree at(Path outputDirectory, GitWorkTree git, Revision revision) throws IOException {
        List<String> notes = new ArrayList<>();
        revision.note().ifPresent(notes::add);
        String folder = git.relative(outputDirectory);
        SortedMap<String, GitFile> files = git.files(revision.commit(), folder);
        if (!haveInventory(files.keySet())) {
            SortedSet<String> former = formerFolders(git, revision);
            if (former.size() == 1) {
                notes.add("the output directory was " + name(former.first()) + " in " + revision.shown());
                files = git.files(revision.commit(), former.first());
            } else {
                notes.add("there is no tree in " + name(folder) + " of " + revision.shown()
                        + (former.isEmpty() ? "" : ", but in " + String.join(", ", former)) + ": everything is new");
            }
        }
        return new PastTree(new CommittedFiles(files, new GitBlobs(git.git())), Optional.of(folder), revision.shown(), notes);
    }

    private static boolean haveInventory(Set<String> paths) {
        for (String path : paths) {
            if (INVENTORY.matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Where a commit has trees whose place is gone now; what is still there is another output directory. */
    private static SortedSet<String> formerFolders(GitWorkTree git, Revision revision) throws IOException {
        SortedSet<String> folders = new TreeSet<>();
        try (GitBlobs blobs = new GitBlobs(git.git())) {
            for (GitFile file : git.files(revision.commit(), "").values()) {
                Matcher inventory = INVENTORY.matcher(file.path());
                if (inventory.matches() && !Files.exists(git.top().resolve(file.path())) && isOurs(blobs.read(file.id()))) {
                    folders.add(Optional.ofNullable(inventory.group(1)).orElse(""));
                }
            }
        }
        return folders;
    }

    private static boolean isOurs(byte[] inventory) {
        try {
            InventoryYaml.read(new String(inventory, StandardCharsets.UTF_8));
            return true;
        } catch (InventoryYaml.Damaged e) {
            return false;
        }
    }

    private static String name(String folder) {
        return folder.isEmpty() ? "the top folder" : folder;
    }

    /** Whether it is that of a commit. */
    public boolean isCommitted() {
        return files instanceof CommittedFiles;
    }

    /**
     * The output directory's path in the Git work tree that keeps it, with slashes; {@code .} for the top. Empty for what
     * lies on disk.
     */
    public Optional<String> repositoryPath() {
        return repositoryPath.map(path -> path.isEmpty() ? "." : path);
    }

    /** Why the commit is not known of an output directory that lies in a Git work tree, in git's words. */
    public Optional<String> complaint() {
        return complaint;
    }

    /** What to call it before users: {@code origin/main (3f2c1ab0)}. */
    public String shown() {
        return shown;
    }

    /** What a reader of a comparison with it has to know; one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** The names of the clusters that have an inventory. */
    public SortedSet<String> clusters() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (String name : files.folders(CLUSTERS)) {
            if (files.contains(inventoryPath(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * What a cluster's tree held.
     *
     * @return empty where there is no such cluster
     * @throws InventoryYaml.Damaged if its inventory cannot be understood
     */
    public Optional<Inventory> inventory(String cluster) throws IOException, InventoryYaml.Damaged {
        Optional<byte[]> inventory = files.read(inventoryPath(cluster));
        return inventory.isEmpty()
                ? Optional.empty()
                : Optional.of(InventoryYaml.read(new String(inventory.get(), StandardCharsets.UTF_8)));
    }

    /** What tells a cluster's inventory from any other; empty where there is none. */
    public Optional<String> inventoryVersion(String cluster) throws IOException {
        return files.version(inventoryPath(cluster));
    }

    /**
     * The paths of a cluster's files: all in its folder, whoever wrote them, and what its inventory names elsewhere, such
     * as an engine's objects.
     */
    public SortedSet<String> paths(String cluster) throws IOException, InventoryYaml.Damaged {
        SortedSet<String> paths = new TreeSet<>(files.below(folder(cluster)));
        for (String path : inventory(cluster).map(Inventory::files).orElse(new TreeMap<>()).keySet()) {
            if (files.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The files of {@link #paths}, by path. */
    public SortedMap<String, byte[]> files(String cluster) throws IOException, InventoryYaml.Damaged {
        return read(paths(cluster));
    }

    /** The fleet's own files, by path. */
    public SortedMap<String, byte[]> fleetFiles() throws IOException {
        return read(files.below("argocd/fleet"));
    }

    /** One file, by its path; empty where it is not there. */
    public Optional<byte[]> file(String path) throws IOException {
        return files.read(path);
    }

    private SortedMap<String, byte[]> read(SortedSet<String> paths) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String path : paths) {
            files.read(path).ifPresent(content -> contents.put(path, content));
        }
        return contents;
    }

    /** Whether a file is there with just this content; of a commit, its content need not be read for that. */
    public boolean holds(String path, byte[] content) throws IOException {
        return files.holds(path, content);
    }

    /**
     * Whether a file's owner may execute it; empty where there is no such file, or the file system has no such
     * permission.
     */
    public Optional<Boolean> executable(String path) throws IOException {
        return files.executable(path);
    }

    private static String folder(String cluster) {
        return CLUSTERS + "/" + cluster;
    }

    private static String inventoryPath(String cluster) {
        return folder(cluster) + "/" + Inventory.FILE;
    }

    @Override
    public void close() {
        files.close();
    }
}
