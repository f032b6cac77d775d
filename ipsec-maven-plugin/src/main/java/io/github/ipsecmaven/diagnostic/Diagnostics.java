package io.github.ipsecmaven.diagnostic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The findings of a run, collected while it goes on so that the user sees all of them at once. Sorted by place; the
 * same finding reached by two ways (a fleet's defaults are read by every cluster) counts once, and names the ways.
 */
public final class Diagnostics {

    /** Each with the specs that have it, where it is in another file. */
    private final TreeMap<Diagnostic, Set<Path>> found = new TreeMap<>();
    private final TreeSet<Suppression> suppressed = new TreeSet<>();

    public void add(Diagnostic diagnostic) {
        found.putIfAbsent(diagnostic, Set.of());
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            add(diagnostic);
        }
    }

    /** Adds what another run found, and what was accepted there. */
    public void addAll(Diagnostics other) {
        for (Map.Entry<Diagnostic, Set<Path>> finding : other.found.entrySet()) {
            add(finding.getKey());
            for (Path spec : finding.getValue()) {
                note(spec, finding.getKey());
            }
        }
        suppressed.addAll(other.suppressed);
    }

    /**
     * The same of a run over one of several specs, which is noted of each finding in another file: what is wrong with
     * the defaults of a fleet may be so for one cluster only.
     *
     * @param spec absolute and normalised
     */
    public void addAll(Diagnostics other, Path spec) {
        addAll(other);
        for (Diagnostic finding : other.found.keySet()) {
            if (!finding.position().source().file().equals(spec)) {
                note(spec, finding);
            }
        }
    }

    private void note(Path spec, Diagnostic finding) {
        Set<Path> specs = found.get(finding);
        if (specs.isEmpty()) {
            specs = new TreeSet<>();
            found.put(finding, specs);
        }
        specs.add(spec);
    }

    /** Of several specs those that have a finding which is in another file; else none. */
    public List<Path> specsWith(Diagnostic finding) {
        return List.copyOf(found.getOrDefault(finding, Set.of()));
    }

    /** Takes a finding that somebody accepted out of those that count. */
    public void suppress(Suppression accepted) {
        found.remove(accepted.diagnostic());
        suppressed.add(accepted);
    }

    /** The findings that count. */
    public List<Diagnostic> all() {
        return List.copyOf(found.keySet());
    }

    /** The findings that were accepted. */
    public List<Suppression> suppressions() {
        return List.copyOf(suppressed);
    }

    public long count(Severity severity) {
        long count = 0;
        for (Diagnostic diagnostic : found.keySet()) {
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
