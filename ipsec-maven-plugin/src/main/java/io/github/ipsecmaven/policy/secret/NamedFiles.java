package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.FileRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files by the lines of the spec that name them: one such as {@code certs/{node}.p12} names many. */
final class NamedFiles {

    private NamedFiles() {}

    static Map<Position, Set<String>> byLine(List<FileRef> files) {
        Map<Position, Set<String>> byLine = new LinkedHashMap<>();
        for (FileRef file : files) {
            Position line = file.at().ownedBy("");
            byLine.putIfAbsent(line, new LinkedHashSet<>());
            byLine.get(line).add(file.shown());
        }
        return byLine;
    }

    static String shown(Set<String> files) {
        String first = "'" + files.iterator().next() + "'";
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }
}
