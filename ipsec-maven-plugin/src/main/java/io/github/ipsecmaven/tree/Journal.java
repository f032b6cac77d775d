package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Changes a folder as a whole or not at all, by way of a hidden directory in it:
 *
 * <pre>
 * .ipsec-journal/new/N/PATH   content of batch N, below the directory that all of it will be put in place in
 * .ipsec-journal/old/N        the file that step N replaces or removes
 * .ipsec-journal/plan         what is about to change; while it exists, the folder is neither old nor new
 * </pre>
 *
 * <p>Everything is staged first, then the plan appears in one step, then the folder is changed by renames and
 * removals only, then the plan is removed, which commits. A new directory that one batch fills comes by one rename with
 * all that it holds. Killed before the plan appears, the folder is the old one; killed after it is gone, the new one; in
 * between, {@link Undo} makes the old one out of {@code old}, and need not know by how many renames a file came. What
 * lies in a journal without a plan is waste.
 */
final class Journal {

    static final String NAME = ".ipsec-journal";
    private static final String PLAN = NAME + "/plan";

    private final Path root;
    private final Disk disk;
    private final Path directory;
    private final Path plan;
    private final AtomicInteger batches = new AtomicInteger();
    private boolean made;

    Journal(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.directory = root.resolve(NAME);
        this.plan = root.resolve(PLAN);
    }

    /** Whether a run has begun to change the folder, and neither finished nor undone it. */
    boolean hasPlan() {
        return Files.exists(plan, LinkOption.NOFOLLOW_LINKS);
    }

    /** Carries out the changes. Where that fails, the folder is as before; the journal must be clean. */
    synchronized void carryOut(Delta delta) throws IOException {
        try {
            plan(delta);
            apply(delta);
            disk.delete(plan);
        } catch (IOException | RuntimeException e) {
            try {
                recover();
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        made = false;
        try {
            sweep();
        } catch (IOException e) {
            // The new tree is in place and committed, so this run has not failed; the next one sweeps again.
            return;
        }
    }

    /**
     * Begins a batch. Threads may write different ones at the same time.
     *
     * @param common the directory that all its files are below; empty for the root
     */
    Staging staging(String common) {
        var top = directory.resolve("new").resolve(Integer.toString(batches.getAndIncrement()));
        return new Staging(this, disk, new Batch(top, common));
    }

    /** Makes those of the journal, unless they are there. */
    synchronized void makeDirectories() throws IOException {
        if (!made) {
            made = true;
            disk.createDirectory(directory);
            disk.createDirectory(directory.resolve("new"));
            disk.createDirectory(directory.resolve("old"));
        }
    }

    /** Removes what was staged and never put in place. */
    synchronized void discard() throws IOException {
        if (made && !hasPlan()) {
            recover();
        }
    }

    private void plan(Delta delta) throws IOException {
        makeDirectories();
        var draft = directory.resolve("plan.tmp");
        try (var writer = new PlanWriter(disk.create(draft))) {
            write(delta, writer);
            writer.seal();
        }
        disk.force(draft);
        disk.move(draft, plan);
    }

    private void write(Delta delta, PlanWriter writer) throws IOException {
        int number = 0;
        for (var path : delta.removals()) {
            writer.file(path, keepOld(number++, path), Fingerprint.ABSENT);
        }
        for (var file : delta.additions()) {
            writer.file(file.path(), Fingerprint.ABSENT, file.fingerprint());
            number++;
        }
        for (var file : delta.replacements()) {
            writer.file(file.path(), keepOld(number++, file.path()), file.fingerprint());
        }
        for (var path : delta.emptied()) {
            writer.emptied(path, permissions(root.resolve(path)));
        }
        for (var directory : delta.made()) {
            writer.made(directory.path());
        }
    }

    private Fingerprint keepOld(int number, String path) throws IOException {
        disk.keep(root.resolve(path), oldFile(number));
        return Fingerprint.read(oldFile(number));
    }

    private static String permissions(Path directory) throws IOException {
        return Seen.hasPermissions(directory)
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))
                : Plan.Emptied.NO_PERMISSIONS;
    }

    /** Removals come first, because a file may take the place of a directory, and a directory that of a file. */
    private void apply(Delta delta) throws IOException {
        for (var path : delta.removals()) {
            disk.delete(root.resolve(path));
        }
        for (var path : delta.emptied()) {
            disk.delete(root.resolve(path));
        }
        var place = new Placement(root, disk);
        place.directories(delta.made());
        place.files(delta.additions());
        place.files(delta.replacements());
    }

    /**
     * Undoes what the plan says, if there is one, and sweeps the journal. Wherever it is killed, it can be repeated.
     *
     * @return where files now lie that somebody changed after the run was killed
     * @throws InterruptedRunException if the journal cannot be trusted; then nothing was changed
     */
    synchronized List<String> recover() throws IOException {
        made = false;
        if (Seen.at(root, NAME).kind() == Seen.Kind.ABSENT) {
            return List.of();
        }
        if (!Seen.at(root, NAME).isDirectoryAt(NAME)) {
            throw InterruptedRunException.beyondRepair(root, NAME + " is not a directory");
        }
        var setAside = List.<String>of();
        if (hasPlan()) {
            setAside = new Undo(root, disk, readPlan()).run();
            disk.delete(plan);
        }
        sweep();
        return setAside;
    }

    private Plan readPlan() throws IOException {
        if (!Seen.at(root, PLAN).isFileAt(PLAN)) {
            throw InterruptedRunException.beyondRepair(root, PLAN + " is not a file");
        }
        try {
            return Plan.decode(Files.readAllBytes(plan));
        } catch (IllegalArgumentException e) {
            throw InterruptedRunException.beyondRepair(root, PLAN + " is not what we write");
        }
    }

    private void sweep() throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                disk.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                disk.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Where the journal keeps the file that a step replaces or removes; relative to the root. */
    static String oldPath(int number) {
        return NAME + "/old/" + number;
    }

    private Path oldFile(int number) {
        return root.resolve(oldPath(number));
    }
}
