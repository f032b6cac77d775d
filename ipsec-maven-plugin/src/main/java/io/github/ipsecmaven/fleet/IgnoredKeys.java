package io.github.ipsecmaven.fleet;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.secret.KeyFiles;
import io.github.ipsecmaven.previous.UntrackedFiles;
import io.github.ipsecmaven.spec.FileRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps keys in clear out of Git: a block of our own in the {@code .gitignore} of the working folder. Lines are only ever
 * added to it, and only for keys that the next {@code git add} would take along; what else the file holds stays as it is.
 */
public final class IgnoredKeys {

    static final String FILE = ".gitignore";
    static final String BEGIN = "# Keys in clear that specs name; ipsec-maven-plugin adds to these lines.";
    static final String END = "# End of the keys.";

    private final Run run;
    private final Set<Path> keys = ConcurrentHashMap.newKeySet();

    public IgnoredKeys(Run run) {
        this.run = run;
    }

    /** Notes the keys of a cluster. Threads call at the same time. */
    public void note(Facts facts) {
        for (FileRef key : KeyFiles.inClear(facts)) {
            Optional<Path> path = key.resolve(run.environment());
            if (path.isPresent()) {
                keys.add(path.get());
            }
        }
    }

    /** Notes a file with a key, by its absolute path. */
    public void note(Path key) {
        keys.add(key);
    }

    /**
     * Adds the lines that are missing.
     *
     * @return those, sorted
     */
    public List<String> write() throws IOException {
        SortedSet<String> lines = patterns();
        Path file = run.workingFolder().resolve(FILE);
        byte[] bytes = !lines.isEmpty() && Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
        lines.removeAll(text.lines().toList());
        if (lines.isEmpty() || !isText) {
            return List.of();
        }
        replace(file, with(lines, text));
        return List.copyOf(lines);
    }

    /** As a whole or not at all, and readable to all who could read it: a file that git cannot read ignores nothing. */
    private static void replace(Path file, String text) throws IOException {
        Path staged = file.resolveSibling(FILE + ".staged");
        try {
            Files.writeString(staged, text);
            if (Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(staged, Files.getPosixFilePermissions(file));
            }
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private SortedSet<String> patterns() {
        SortedSet<String> paths = new TreeSet<>();
        for (Path key : keys) {
            if (key.startsWith(run.workingFolder())) {
                paths.add(run.workingFolder().relativize(key).toString().replace('\\', '/'));
            }
        }
        SortedSet<String> patterns = new TreeSet<>();
        for (String exposed : UntrackedFiles.among(paths, run.workingFolder())) {
            patterns.add(pattern(exposed));
        }
        return patterns;
    }

    /** A folder's bundles share one line, so that the block does not grow with each node. */
    private static String pattern(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return "/" + (path.endsWith(".p12") ? literal(folder) + "*.p12" : literal(path));
    }

    private static String literal(String path) {
        return path.replaceAll("[\\\\*?\\[]", "\\\\$0").replaceAll(" $", "\\\\ ");
    }

    private static String with(SortedSet<String> lines, String text) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String added = String.join(lineEnd, lines) + lineEnd;
        int end = text.indexOf(END, Math.max(0, text.indexOf(BEGIN)));
        if (end >= 0) {
            return text.substring(0, end) + added + text.substring(end);
        }
        String before = text.isEmpty() || text.endsWith("\n") ? text : text + lineEnd;
        return before + BEGIN + lineEnd + added + END + lineEnd;
    }
}
