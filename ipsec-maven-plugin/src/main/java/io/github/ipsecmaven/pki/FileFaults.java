package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is wrong with files, once for a line of the spec: one such as {@code certs/{node}.p12} names many of them. */
final class FileFaults {

    private final Map<Fault, Set<String>> files = new LinkedHashMap<>();

    private record Fault(FileFinding finding, String why, Position line) {}

    void add(FileFinding finding, Position at, String file) {
        add(finding, "", at, file);
    }

    /** The same with a reason, which users read below the message. */
    void add(FileFinding finding, String why, Position at, String file) {
        Fault fault = new Fault(finding, why, at.ownedBy(""));
        files.putIfAbsent(fault, new LinkedHashSet<>());
        files.get(fault).add(file);
    }

    /** Tells everything that was added, in that order. */
    void report(Diagnostics diagnostics) {
        for (Map.Entry<Fault, Set<String>> entry : files.entrySet()) {
            Fault fault = entry.getKey();
            String first = entry.getValue().iterator().next();
            Diagnostic found = fault.why().isEmpty()
                    ? fault.finding().at(fault.line(), first, CredentialsReader.MOST_BYTES)
                    : fault.finding().because(fault.why(), fault.line(), first);
            int more = entry.getValue().size() - 1;
            diagnostics.add(more == 0 ? found : new Diagnostic(found.rule(), found.severity(), found.position(),
                    found.message() + "; so it is with " + more + " more of this line", found.why(), found.mend()));
        }
    }
}
