package io.github.ipsecmaven.policy;

import java.util.Arrays;
import java.util.List;

/** Lines of a spec that a finding tells the user to add, indented as they stand there. */
public final class Lines {

    private Lines() {}

    /** The lines that lead to the last: {@code of("nodes", "worker-9: {state: absent}")} is two lines. */
    public static String of(String... path) {
        return below(Arrays.copyOf(path, path.length - 1), List.of(path[path.length - 1]));
    }

    /** Lines that stand side by side below a path of keys. */
    public static String below(String[] path, List<String> lines) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (String key : path) {
            text.append("  ".repeat(depth++)).append(key).append(":\n");
        }
        for (String line : lines) {
            text.append("  ".repeat(depth)).append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
