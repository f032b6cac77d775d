package io.github.ipsecmaven.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The findings of a run, collected while it goes on so that the user sees all of them at once. Sorted by place; the
 * same finding reached by two ways (a fleet's defaults are read by every cluster) counts once.
 */
public final class Diagnostics {

    private final TreeSet<Diagnostic> found = new TreeSet<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    public long count(Severity severity) {
        return found.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
