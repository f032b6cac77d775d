package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files by the lines of the spec that name them: one such as {@code certs/{node}.p12} names many, and what is wrong
 * with all of them alike is one mistake.
 *
 * @param <C> what files have in common, beside their line
 */
public final class NamedFiles<C> {

    private final Map<Map.Entry<Position, C>, Set<String>> files = new LinkedHashMap<>();

    /** Files of one line that have something in common. */
    public record Line<C>(Position at, C common, Set<String> files) {

        /** The first of them, and how many more there are. */
        public String shown() {
            String first = "'" + files.iterator().next() + "'";
            return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
        }

        /** How a sentence speaks of one file, or of several. */
        public String counted(String one, String several) {
            return files.size() == 1 ? one : several;
        }
    }

    /** Adds a file at the line that names it. */
    public void add(FileRef file, C common) {
        add(file.at(), file, common);
    }

    /** Adds a file at another line, which speaks of it. */
    public void add(Position at, FileRef file, C common) {
        Map.Entry<Position, C> line = Map.entry(at.ownedBy(""), common);
        files.putIfAbsent(line, new LinkedHashSet<>());
        files.get(line).add(file.shown());
    }

    /** In the order in which their first files were added. */
    public List<Line<C>> lines() {
        List<Line<C>> lines = new ArrayList<>();
        for (Map.Entry<Map.Entry<Position, C>, Set<String>> line : files.entrySet()) {
            lines.add(new Line<>(line.getKey().getKey(), line.getKey().getValue(), line.getValue()));
        }
        return lines;
    }

    /** Files that have no more in common than their lines. */
    public static List<Line<String>> byLine(List<FileRef> files) {
        NamedFiles<String> named = new NamedFiles<>();
        for (FileRef file : files) {
            named.add(file, "");
        }
        return named.lines();
    }
}
