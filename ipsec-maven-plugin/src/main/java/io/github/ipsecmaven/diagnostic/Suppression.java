package io.github.ipsecmaven.diagnostic;

import java.util.Optional;

/**
 * A finding that somebody accepted.
 *
 * @param reason why, in their words
 * @param until the last day on which that holds, ISO 8601; empty where it has no end
 * @param by where they wrote that
 */
public record Suppression(Diagnostic diagnostic, String reason, Optional<String> until, Position by)
        implements Comparable<Suppression> {

    @Override
    public int compareTo(Suppression other) {
        return diagnostic.compareTo(other.diagnostic);
    }
}
