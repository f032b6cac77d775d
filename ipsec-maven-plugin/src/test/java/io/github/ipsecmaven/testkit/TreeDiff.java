package io.github.ipsecmaven.testkit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a commit changes in a tree, as a reviewer reads it: files that come ({@code A}) and go ({@code D}) by their
 * names, the others as a unified diff. Of a payload stand its length and the beginning of its SHA-256.
 */
public final class TreeDiff {

    private static final int CONTEXT = 2;
    private static final Pattern PAYLOAD = Pattern.compile("data:;base64,([A-Za-z0-9+/]+=*)");

    private TreeDiff() {}

    /** Empty where nothing differs. Both trees as {@link Tree#of} reads them. */
    public static String of(Map<String, String> before, Map<String, String> after) {
        StringBuilder diff = new StringBuilder();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            if (!before.containsKey(path)) {
                diff.append("A ").append(path).append('\n');
            } else if (!after.containsKey(path)) {
                diff.append("D ").append(path).append('\n');
            } else {
                lines(path, before.get(path), after.get(path)).forEach(line -> diff.append(line).append('\n'));
            }
        }
        return diff.toString();
    }

    private static List<String> lines(String path, String before, String after) {
        List<String> old = shortened(before).lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                path, path, old, DiffUtils.diff(old, shortened(after).lines().toList()), CONTEXT);
    }

    private static String shortened(String text) {
        return PAYLOAD.matcher(text).replaceAll(payload -> {
            byte[] bytes = Base64.getDecoder().decode(payload.group(1));
            return "(" + bytes.length + " bytes, SHA-256 " + sha256(bytes).substring(0, 12) + "...)";
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

