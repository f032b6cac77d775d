package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diff.Change;
import io.github.ipsecmaven.diff.FileDiff;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the output directory differs from what the specs compile to. There is none exactly where {@code generate} would
 * write nothing, but for line ends: where a checkout made CR LF of what is committed, the commit counts.
 *
 * @param files what differs, what a cluster applies first
 * @param compared how many files were compared
 * @param uncommitted how many of them are not in the commit that is checked out; 0 without one
 */
public record Drift(List<FileDiff> files, int compared, long uncommitted) {

    private static final int MOST_FILES = 20;
    private static final int MOST_CHANGES = 8;
    private static final int MOST_LINES_FOR_PEOPLE = 2;

    /** Applied to a cluster, as opposed to read by people. */
    private static final Pattern APPLIED = Pattern.compile("clusters/[^/]+/\\d\\d-.*");

    private static final Pattern INVENTORY = Pattern.compile(".*/inventory\\.yaml");

    private static final Comparator<FileDiff> MOST_TELLING =
            Comparator.comparingInt((FileDiff file) -> rank(file.path())).thenComparing(FileDiff::path);

    public Drift {
        files = files.stream().sorted(MOST_TELLING).toList();
    }

    /**
     * How one tree differs.
     *
     * @param shown what to call it
     * @param at where it is described
     */
    record Part(String shown, Position at, List<FileDiff> files, int compared, long uncommitted) {}

    /** Compares one tree with what lies there. Threads may compare at the same time. */
    static Part part(OwnedTree tree, PastTree disk, PastTree head) throws IOException {
        return new Part(tree.shown(), tree.at(), differences(tree, disk, head), tree.files().size(),
                head.isCommitted() ? uncommitted(tree, head) : 0);
    }

    /** Puts the parts together, and adds a finding for each that differs. */
    static Drift of(List<Part> parts, Diagnostics diagnostics) {
        List<FileDiff> differences = new ArrayList<>();
        int compared = 0;
        long uncommitted = 0;
        for (Part part : parts) {
            if (!part.files().isEmpty()) {
                diagnostics.add(FleetFinding.OUT_OF_DATE.at(part.at(), part.shown(), summary(part.files())));
            }
            differences.addAll(part.files());
            compared += part.compared();
            uncommitted += part.uncommitted();
        }
        return new Drift(differences, compared, uncommitted);
    }

    private static List<FileDiff> differences(OwnedTree tree, PastTree disk, PastTree head) throws IOException {
        List<FileDiff> differences = new ArrayList<>();
        Set<String> leftOver = new TreeSet<>(tree.owned());
        for (TreeFile file : tree.files()) {
            leftOver.remove(file.path());
            difference(file, disk, head).ifPresent(differences::add);
        }
        for (String path : leftOver) {
            FileDiff.between(path, disk.file(path), Optional.empty()).ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<FileDiff> difference(TreeFile file, PastTree disk, PastTree head) throws IOException {
        Optional<byte[]> there = disk.file(file.path());
        Optional<FileDiff> content = there.isPresent() && isCheckoutOf(file, there.get(), head)
                ? Optional.empty()
                : FileDiff.between(file.path(), there, Optional.of(file.bytes()));
        return content.isPresent() ? content : mode(file, disk);
    }

    /** Whether a file differs in line ends only, and as it is committed not even in these. */
    private static boolean isCheckoutOf(TreeFile file, byte[] there, PastTree head) throws IOException {
        return Arrays.equals(file.bytes(), withoutCarriageReturns(there)) && head.isCommitted()
                && head.holds(file.path(), file.bytes());
    }

    private static byte[] withoutCarriageReturns(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<FileDiff> mode(TreeFile file, PastTree disk) throws IOException {
        return disk.executable(file.path()).filter(executable -> executable != file.executable())
                .map(executable -> new FileDiff(file.path(), FileDiff.Kind.CHANGED, Optional.empty(),
                        List.of(new Change("permissions", Optional.of(mode(executable)), Optional.of(mode(file.executable()))))));
    }

    private static String mode(boolean executable) {
        return executable ? "executable" : "not executable";
    }

    private static long uncommitted(OwnedTree tree, PastTree head) throws IOException {
        long uncommitted = 0;
        for (TreeFile file : tree.files()) {
            uncommitted += head.holds(file.path(), file.bytes()) ? 0 : 1;
        }
        return uncommitted;
    }

    public boolean isNone() {
        return files.isEmpty();
    }

    /** In numbers: {@code 2 files differ, 1 is missing, 1 is left over}. */
    public String summary() {
        return summary(files);
    }

    private static String summary(List<FileDiff> files) {
        List<String> counts = new ArrayList<>();
        count(files, FileDiff.Kind.CHANGED).ifPresent(number ->
                counts.add(ClusterTree.number(number, "file") + (number == 1 ? " differs" : " differ")));
        count(files, FileDiff.Kind.ADDED).ifPresent(number -> counts.add(number + (number == 1 ? " is" : " are") + " missing"));
        count(files, FileDiff.Kind.REMOVED).ifPresent(number ->
                counts.add(number + (number == 1 ? " is" : " are") + " left over"));
        return String.join(", ", counts);
    }

    private static Optional<Integer> count(List<FileDiff> files, FileDiff.Kind kind) {
        int number = (int) files.stream().filter(file -> file.kind() == kind).count();
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    /**
     * The differences for people, from what lies there to what it should be; what is too much is counted.
     *
     * @param folder how the output directory is shown
     */
    public String text(String folder) {
        StringBuilder text = new StringBuilder("what lies there -> what the specs compile to:");
        files.stream().limit(MOST_FILES).forEach(file -> append(text, folder, file));
        if (files.size() > MOST_FILES) {
            text.append("\n... and ").append(ClusterTree.number(files.size() - MOST_FILES, "more file"));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String folder, FileDiff file) {
        text.append('\n').append(folder).append('/').append(file.path());
        file.object().ifPresent(object -> text.append(" (").append(object).append(')'));
        switch (file.kind()) {
            case ADDED -> text.append(" is missing");
            case REMOVED -> text.append(" is left over");
            case CHANGED -> {
                int most = rank(file.path()) == 0 ? MOST_CHANGES : MOST_LINES_FOR_PEOPLE;
                file.changes().stream().limit(most).forEach(change -> text.append("\n    ").append(change));
                if (file.changes().size() > most) {
                    text.append("\n    ... and ").append(file.changes().size() - most).append(" more");
                }
            }
        }
    }

    private static int rank(String path) {
        return APPLIED.matcher(path).matches() ? 0 : INVENTORY.matcher(path).matches() ? 2 : 1;
    }
}
