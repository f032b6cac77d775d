package io.github.ipsecmaven.diagnostic;

import java.util.Comparator;

/**
 * A finding that somebody accepted.
 *
 * @param reason why, in their words
 * @param by where they wrote that
 */
public record Suppression(Diagnostic diagnostic, String reason, Position by) implements Comparable<Suppression> {

    private static final Comparator<Suppression> REPORT_ORDER = Comparator.comparing(Suppression::diagnostic);

    @Override
    public int compareTo(Suppression other) {
        return REPORT_ORDER.compare(this, other);
    }
}
