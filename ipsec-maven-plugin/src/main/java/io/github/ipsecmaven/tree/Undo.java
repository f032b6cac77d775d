package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the old tree again out of a plan and the old files in the journal.
 *
 * <p>Each file is recognised by its fingerprint, so this works from any point that a run, or an earlier undo, has
 * reached. A file that is neither old nor new was changed by somebody after the run was killed: it is set aside as
 * {@code NAME.orig} beside the old one. A file that the run had not replaced yet is left as it is, changed or not.
 */
final class Undo {

    private final Path root;
    private final Disk disk;
    private final Plan plan;
    private final List<String> setAside = new ArrayList<>();

    Undo(Path root, Disk disk, Plan plan) {
        this.root = root;
        this.disk = disk;
        this.plan = plan;
    }

    /**
     * Undoes the plan, in the opposite order to that in which it was carried out.
     *
     * @return the paths to which changed files were set aside
     * @throws InterruptedRunException if a link is on the way or an old file is missing or damaged; then nothing was
     *     changed
     */
    List<String> run() throws IOException {
        check();
        for (var step : plan.steps()) {
            if (step.before().equals(Fingerprint.ABSENT)) {
                removeNew(step);
            }
        }
        for (int i = plan.made().size() - 1; i >= 0; i--) {
            removeMade(plan.made().get(i));
        }
        for (int i = plan.emptied().size() - 1; i >= 0; i--) {
            makeAgain(plan.emptied().get(i));
        }
        for (int number = 0; number < plan.steps().size(); number++) {
            if (needsOldFile(number)) {
                restore(plan.steps().get(number).path(), number);
            }
        }
        return setAside;
    }

    private void check() throws IOException {
        for (var directory : plan.made()) {
            refuseLink(directory);
        }
        for (var directory : plan.emptied()) {
            refuseLink(directory.path());
        }
        for (int number = 0; number < plan.steps().size(); number++) {
            var step = plan.steps().get(number);
            refuseLink(step.path());
            if (needsOldFile(number) && !isIntact(number)) {
                throw InterruptedRunException.beyondRepair(root, "the old " + step.path() + " is missing or damaged");
            }
        }
    }

    private void refuseLink(String path) throws IOException {
        var seen = Seen.at(root, path);
        if (seen.kind() == Seen.Kind.LINK) {
            throw InterruptedRunException.beyondRepair(root, seen.where() + " is a symbolic link");
        }
    }

    private boolean isIntact(int number) throws IOException {
        var old = Journal.oldPath(number);
        return Seen.at(root, old).isFileAt(old)
                && Fingerprint.read(root.resolve(old)).equals(plan.steps().get(number).before());
    }

    private void removeNew(Plan.Step step) throws IOException {
        var path = step.path();
        var seen = Seen.at(root, path);
        // A directory is not ours: it stood here before our file did, or somebody made it since.
        if (seen.isNothingAt(path) || seen.isDirectoryAt(path)) {
            return;
        }
        if (seen.isFileAt(path) && Fingerprint.read(root.resolve(path)).equals(step.after())) {
            disk.delete(root.resolve(path));
        } else {
            setAside(path);
        }
    }

    private void removeMade(String path) throws IOException {
        if (Seen.at(root, path).isDirectoryAt(path)) {
            try {
                disk.delete(root.resolve(path));
            } catch (DirectoryNotEmptyException e) {
                // Somebody has put files there since, and keeps them.
                return;
            }
        }
    }

    private void makeAgain(Plan.Emptied directory) throws IOException {
        makeDirectory(directory.path());
        if (!directory.permissions().equals(Plan.Emptied.NO_PERMISSIONS)) {
            disk.permit(root.resolve(directory.path()), directory.permissions());
        }
    }

    private void makeDirectory(String path) throws IOException {
        var seen = Seen.at(root, path);
        if (seen.isDirectoryAt(path)) {
            return;
        }
        if (!seen.isNothingAt(path)) {
            setAside(path);
        }
        disk.createDirectory(root.resolve(path));
    }

    private boolean needsOldFile(int number) throws IOException {
        var step = plan.steps().get(number);
        if (step.before().equals(Fingerprint.ABSENT)) {
            return false;
        }
        var file = root.resolve(step.path());
        if (!Seen.at(root, step.path()).isFileAt(step.path())) {
            return true;
        }
        var old = root.resolve(Journal.oldPath(number));
        var neverReplaced = Files.exists(old) && Files.isSameFile(file, old);
        return !neverReplaced && !Fingerprint.read(file).equals(step.before());
    }

    private void restore(String path, int number) throws IOException {
        for (var parent : TreePath.parents(path)) {
            makeDirectory(parent);
        }
        var seen = Seen.at(root, path);
        var replaced = plan.steps().get(number).after();
        if (!seen.isNothingAt(path)
                && !(seen.isFileAt(path) && Fingerprint.read(root.resolve(path)).equals(replaced))) {
            setAside(path);
        }
        disk.move(root.resolve(Journal.oldPath(number)), root.resolve(path));
    }

    private void setAside(String path) throws IOException {
        var aside = path + ".orig";
        for (int n = 2; !Seen.at(root, aside).isNothingAt(aside); n++) {
            aside = path + ".orig" + n;
        }
        disk.move(root.resolve(path), root.resolve(aside));
        setAside.add(aside);
    }
}
