package io.github.ipsecmaven.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is about to do, as the journal records it before the first change: {@link PlanWriter} wrote it.
 *
 * @param steps the files that change; the number of a step names its files in the journal
 * @param emptied directories that will be removed if they are empty, the innermost first
 * @param made directories that will be made, the outermost first
 */
record Plan(List<Step> steps, List<Emptied> emptied, List<String> made) {

    /** A file that changes from one state to another. */
    record Step(String path, Fingerprint before, Fingerprint after) {
        Step {
            TreePath.require(path);
        }
    }

    /** @param permissions as {@code rwxr-x---}, or {@code -} where the file system has none */
    record Emptied(String path, String permissions) {
        static final String NO_PERMISSIONS = "-";

        Emptied {
            TreePath.require(path);
            if (!permissions.equals(NO_PERMISSIONS)) {
                PosixFilePermissions.fromString(permissions);
            }
        }
    }

    static final String HEAD = "ipsec-journal 1\n";
    static final String SEAL = "sha256 ";

    Plan {
        made.forEach(TreePath::require);
    }

    /** @throws IllegalArgumentException if that is not a plan, or one that names a path outside the root */
    static Plan decode(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        int end = text.lastIndexOf(SEAL);
        if (!text.startsWith(HEAD) || end < 0) {
            throw new IllegalArgumentException("Not a plan of this version");
        }
        var body = text.substring(0, end);
        if (!text.substring(end).equals(SEAL + Digest.of(body.getBytes(UTF_8)) + "\n")) {
            throw new IllegalArgumentException("The plan is damaged");
        }
        var steps = new ArrayList<Step>();
        var emptied = new ArrayList<Emptied>();
        var made = new ArrayList<String>();
        for (var line : body.substring(HEAD.length()).lines().toList()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "file" -> {
                    var fields = fields(words, 3);
                    steps.add(new Step(fields[2], Fingerprint.parse(fields[0]), Fingerprint.parse(fields[1])));
                }
                case "rmdir" -> {
                    var fields = fields(words, 2);
                    emptied.add(new Emptied(fields[1], fields[0]));
                }
                case "mkdir" -> made.add(fields(words, 1)[0]);
                default -> throw new IllegalArgumentException("Not a step of a plan");
            }
        }
        return new Plan(steps, emptied, made);
    }

    private static String[] fields(String[] words, int count) {
        var fields = words.length == 2 ? words[1].split(" ", count) : new String[0];
        if (fields.length != count) {
            throw new IllegalArgumentException("Not a step of a plan");
        }
        return fields;
    }
}
