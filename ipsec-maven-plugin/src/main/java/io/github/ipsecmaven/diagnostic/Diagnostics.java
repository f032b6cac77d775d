package io.github.ipsecmaven.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The findings of a run, collected while it goes on so that the user sees all of them at once. Sorted by place; the
 * same finding reached by two ways (a fleet's defaults are read by every cluster) counts once.
 */
public final class Diagnostics {

    private final TreeSet<Diagnostic> found = new TreeSet<>();
    private final TreeSet<Suppression> suppressed = new TreeSet<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    /** Adds what another run found, and what was accepted there. */
    public void addAll(Diagnostics other) {
        found.addAll(other.found);
        suppressed.addAll(other.suppressed);
    }

    /** Takes a finding that somebody accepted out of those that count. */
    public void suppress(Suppression accepted) {
        found.remove(accepted.diagnostic());
        suppressed.add(accepted);
    }

    /** The findings that count. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    /** The findings that were accepted. */
    public List<Suppression> suppressions() {
        return List.copyOf(suppressed);
    }

    public long count(Severity severity) {
        long count = 0;
        for (Diagnostic diagnostic : found) {
            if (diagnostic.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** All of it in numbers: {@code 2 errors, 1 warning, 1 accepted}. */
    public String summary() {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = count(severity);
            if (number > 0 || severity == Severity.ERROR) {
                counts.add(severity.count(number));
            }
        }
        if (!suppressed.isEmpty()) {
            counts.add(suppressed.size() + " accepted");
        }
        return String.join(", ", counts);
    }
}
